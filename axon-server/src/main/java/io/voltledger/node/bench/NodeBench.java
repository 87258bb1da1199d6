package io.voltledger.node.bench;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures a running server through the official connector: appends, reads, command round trips, and the way of an event into a live stream. A client
 * here is one that sends its next message when the last one is answered; clients share a few connections.
 */
@Command(
        name = "bench node",
        mixinStandardHelpOptions = true,
        description = "Measures this node, or any other server of the same API, through the official connector.")
public final class NodeBench implements Callable<Integer> {

    private static final int FEWEST_CONNECTIONS = 2;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Server (default ${DEFAULT-VALUE})")
    private String host = "";

    @Option(names = "--port", defaultValue = "8124", description = "Its gRPC port (default ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--context", defaultValue = "default", description = "Context (default ${DEFAULT-VALUE})")
    private String context = "";

    @Option(names = "--seconds", defaultValue = "5", description = "Seconds for each figure (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "5",
            description = "Seconds of appends and commands before the first figure, so that both sides are compiled "
                    + "(default ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--connections",
            defaultValue = "4",
            description =
                    "Connections that the clients share, each an application of its own (default ${DEFAULT-VALUE})")
    private int connections;

    @Option(
            names = "--only",
            split = ",",
            description = "Only these: append, batch, read, aggregate, command, live, follow (default all but follow, "
                    + "which has every connection follow the log)")
    private Set<String> only = Set.of();

    public static void main(String[] args) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "bench-logback.xml");
        }
        System.exit(new CommandLine(new NodeBench()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (connections < FEWEST_CONNECTIONS) {
            System.err.printf("There must be at least %d connections%n", FEWEST_CONNECTIONS);
            return 2;
        }
        var factories =
                IntStream.range(0, connections).mapToObj(this::application).toList();
        try {
            run(factories.stream().map(factory -> factory.connect(context)).toList());
            return 0;
        } finally {
            factories.forEach(AxonServerConnectionFactory::shutdown);
        }
    }

    private void run(List<AxonServerConnection> applications) throws InterruptedException {
        var duration = Duration.ofSeconds(seconds);
        var events = new EventBench(applications, duration);
        var commands = new CommandBench(applications, duration);
        if (warmUp > 0) {
            var half = Duration.ofMillis(warmUp * 500L);
            events.warmUp(half);
            commands.warmUp(half);
        }
        System.out.printf("%-44s %12s %10s %10s%n", "", "per second", "p50 ms", "p99 ms");
        if (wants("append")) {
            events.append(1, 1);
            events.append(32, 1);
            events.append(128, 1);
        }
        if (wants("batch")) {
            events.append(32, 10);
        }
        if (wants("read")) {
            events.readAll();
        }
        if (wants("aggregate")) {
            events.readAggregates(8, 100);
        }
        if (wants("command")) {
            commands.roundTrip(1);
            commands.roundTrip(16);
            commands.roundTrip(128);
        }
        if (wants("live")) {
            events.live(200);
        }
        if (only.contains("follow")) {
            events.follow(200);
        }
    }

    private boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }

    private AxonServerConnectionFactory application(int number) {
        return AxonServerConnectionFactory.forClient("bench", "bench-" + number)
                .routingServers(new ServerAddress(host, port))
                .connectTimeout(10, TimeUnit.SECONDS)
                .commandPermits(5000)
                .build();
    }
}
