package io.voltledger.node;

import io.voltledger.node.store.SyncMode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The node as a program of its own. Ends with status 1 and a message when it cannot start, and gracefully on SIGTERM and Ctrl-C. */
@Command(
        name = "node",
        mixinStandardHelpOptions = true,
        description = "Runs the event store and message router alone, on Axon Server's public gRPC API.",
        subcommands = {
            ApplicationCommand.class,
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            CopyCommand.class
        })
public final class AxonServerNodeApplication implements Callable<Integer> {

    @Option(names = "--host", defaultValue = NodeSettings.LOOPBACK, description = "Address (default ${DEFAULT-VALUE})")
    private String host = NodeSettings.LOOPBACK;

    @Option(names = "--grpc-port", defaultValue = "8124", description = "gRPC port (default ${DEFAULT-VALUE})")
    private int grpcPort;

    @Option(names = "--http-port", defaultValue = "8024", description = "HTTP port (default ${DEFAULT-VALUE})")
    private int httpPort;

    @Option(names = "--data", defaultValue = "data/node", description = "Data directory (default ${DEFAULT-VALUE})")
    private Path data = Path.of("data", "node");

    @Option(
            names = "--sync",
            defaultValue = "EVERY_COMMIT",
            description = "When appends reach the disk: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private SyncMode sync = SyncMode.EVERY_COMMIT;

    @Option(
            names = "--disk-reserve-mb",
            paramLabel = "MB",
            defaultValue = "256",
            description = "With less room on the disk appends are refused (default ${DEFAULT-VALUE})")
    private int diskReserve;

    @Mixin
    private final SecurityOptions security = new SecurityOptions();

    public static void main(String[] args) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "node-logback.xml");
        }
        System.exit(new CommandLine(new AxonServerNodeApplication()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            var settings = NodeSettings.in(data)
                    .withHost(host)
                    .withPorts(grpcPort, httpPort)
                    .withSync(sync)
                    .withDiskReserve((long) diskReserve << 20)
                    .withSecurity(security.read(System.getenv()));
            var node = AxonServerNode.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(node::close, "node-shutdown"));
            new CountDownLatch(1).await();
            return 0;
        } catch (NodeStartException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
