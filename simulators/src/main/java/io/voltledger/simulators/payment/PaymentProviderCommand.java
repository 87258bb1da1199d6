package io.voltledger.simulators.payment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code payment-provider}: the simulated payment provider as a program. */
@Command(
        name = "payment-provider",
        description = "A payment provider that speaks Toss Payments' API, scripted over /simulator.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class PaymentProviderCommand implements Callable<Integer> {

    @Option(names = "--host", description = "address to listen on")
    private String host = "127.0.0.1";

    @Option(names = "--port", description = "port to listen on; 0 takes a free one")
    private int port = ProviderSettings.DEFAULT_PORT;

    @Option(names = "--data", description = "folder of its journal; without one it forgets everything when it ends")
    private @Nullable Path data;

    @Option(names = "--secret-key", description = "what callers must present")
    private String secretKey = ProviderSettings.DEFAULT_SECRET_KEY;

    @Option(names = "--silence", description = "seconds that a call which is to time out is left without an answer")
    private long silence = 65;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        ProviderSettings settings = new ProviderSettings(host, port, data, secretKey, Duration.ofSeconds(silence));
        try (PaymentProviderSimulator simulator = PaymentProviderSimulator.start(settings)) {
            spec.commandLine().getOut().println("Payment provider at " + simulator.url() + "; Ctrl-C ends it");
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
