package io.voltledger.node;

import io.voltledger.node.transfer.ContextCopy;
import io.voltledger.node.transfer.CopyEnd;
import io.voltledger.node.transfer.TransferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies a context from one server to another. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description = {
            "Copies all events and snapshots of a context between any two servers of the API, this node or AxonIQ's.",
            "The target must be empty or hold the beginning of the source: an interrupted copy goes on when it is started again.",
            "At the end everything is compared. Access tokens come from files, or the environment's "
                    + CopyCommand.FROM_TOKEN + " and " + CopyCommand.TO_TOKEN + "."
        })
final class CopyCommand implements Callable<Integer> {

    static final String FROM_TOKEN = "VOLTLEDGER_FROM_TOKEN";
    static final String TO_TOKEN = "VOLTLEDGER_TO_TOKEN";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--from-host", defaultValue = "127.0.0.1", description = "Source (default ${DEFAULT-VALUE})")
    private String fromHost = "";

    @Option(names = "--from-port", defaultValue = "8124", description = "Its gRPC port (default ${DEFAULT-VALUE})")
    private int fromPort;

    @Option(names = "--from-context", defaultValue = "default", description = "Its context (default ${DEFAULT-VALUE})")
    private String fromContext = "";

    @Option(names = "--from-token-file", paramLabel = "FILE", description = "File with its access token")
    private @Nullable Path fromToken;

    @Option(names = "--from-tls", description = "Encrypt the connection to it")
    private boolean fromTls;

    @Option(names = "--from-ca", paramLabel = "FILE", description = "PEM file with its authorities; implies --from-tls")
    private @Nullable Path fromAuthorities;

    @Option(names = "--to-host", defaultValue = "127.0.0.1", description = "Target (default ${DEFAULT-VALUE})")
    private String toHost = "";

    @Option(names = "--to-port", required = true, description = "Its gRPC port")
    private int toPort;

    @Option(names = "--to-context", defaultValue = "default", description = "Its context (default ${DEFAULT-VALUE})")
    private String toContext = "";

    @Option(names = "--to-token-file", paramLabel = "FILE", description = "File with its access token")
    private @Nullable Path toToken;

    @Option(names = "--to-tls", description = "Encrypt the connection to it")
    private boolean toTls;

    @Option(names = "--to-ca", paramLabel = "FILE", description = "PEM file with its authorities; implies --to-tls")
    private @Nullable Path toAuthorities;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        try {
            var from = new CopyEnd.Place(
                    fromHost,
                    fromPort,
                    fromContext,
                    token(fromToken, FROM_TOKEN),
                    fromTls || fromAuthorities != null,
                    fromAuthorities);
            var to = new CopyEnd.Place(
                    toHost, toPort, toContext, token(toToken, TO_TOKEN), toTls || toAuthorities != null, toAuthorities);
            var result = ContextCopy.run(from, to, text -> {
                out.println(text);
                out.flush();
            });
            out.printf(
                    "%,d events and %,d snapshots are the same on both sides%n", result.events(), result.snapshots());
            out.printf(
                    "SHA-256 of the events: source %s%n                       target %s%n",
                    result.sourceHash(), result.targetHash());
            return 0;
        } catch (TransferException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        } catch (IOException e) {
            spec.commandLine().getErr().printf("A token cannot be read: %s%n", e);
            return 1;
        }
    }

    private static String token(@Nullable Path file, String variable) throws IOException {
        var value =
                file == null ? System.getenv(variable) : Files.readString(file).strip();
        return value == null ? "" : value;
    }
}
