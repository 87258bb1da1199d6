package io.voltledger.simulators.mail;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mail-sink}: the mail server that delivers nothing, as a program. */
@Command(
        name = "mail-sink",
        description = "A mail server that keeps what it is sent.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class MailSinkCommand implements Callable<Integer> {

    @Option(names = "--host", description = "address to listen on")
    private String host = "127.0.0.1";

    @Option(names = "--port", description = "port to listen on; 0 takes a free one")
    private int port = MailSinkSettings.DEFAULT_PORT;

    @Option(names = "--folder", description = "where each mail is written as an .eml file")
    private @Nullable Path folder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        MailSinkSettings settings = new MailSinkSettings(host, port, MailSinkSettings.DEFAULT_KEEP, folder);
        try (MailSink sink = MailSink.start(settings)) {
            spec.commandLine().getOut().println("Mail sink at " + host + ":" + sink.port() + "; Ctrl-C ends it");
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
