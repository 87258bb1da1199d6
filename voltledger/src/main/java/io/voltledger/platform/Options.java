package io.voltledger.platform;

import io.voltledger.node.NodeSettings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line of the all-in-one says; the settings beside it go to Spring Boot as they are. */
public final class Options {

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    Path data = Path.of("data");

    @Option(names = "--http-port", paramLabel = "PORT", description = "REST, console, health (${DEFAULT-VALUE}).")
    int http = 8088;

    @Option(names = "--ocpp-port", paramLabel = "PORT", description = "Where stations connect (${DEFAULT-VALUE}).")
    int ocpp = 8180;

    @Option(names = "--grpc-port", paramLabel = "PORT", description = "The Axon Server node's gRPC (${DEFAULT-VALUE}).")
    int grpc = 8124;

    @Option(names = "--node-http-port", paramLabel = "PORT", description = "The node's HTTP (${DEFAULT-VALUE}).")
    int nodeHttp = 8024;

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "The Kafka broker (${DEFAULT-VALUE}).")
    int kafka = 9092;

    @Option(names = "--db-port", paramLabel = "PORT", description = "MariaDB (${DEFAULT-VALUE}).")
    int database = 3307;

    @Option(
            names = "--provider-port",
            paramLabel = "PORT",
            description = "The simulated payment provider (${DEFAULT-VALUE}).")
    int provider = 8190;

    @Option(names = "--mail-port", paramLabel = "PORT", description = "The simulated mail server (${DEFAULT-VALUE}).")
    int mail = 2525;

    @Option(
            names = "--mariadb-program",
            paramLabel = "DIR",
            description = "Where MariaDB's program is unpacked to (default: within the data folder).")
    @Nullable Path databaseProgram;

    private List<String> settings = List.of();

    Ports ports() {
        return new Ports(http, ocpp, grpc, nodeHttp, kafka, database, provider, mail);
    }

    NodeSettings nodeSettings(DataFolder data) {
        return NodeSettings.in(data.folder("node")).withPorts(grpc, nodeHttp);
    }

    /** The ports that this start will listen on. */
    List<Ports.Need> neededPorts() {
        return ports().all().stream().filter(need -> !isElsewhere(need)).toList();
    }

    private boolean isElsewhere(Ports.Need need) {
        return switch (need.option()) {
            case "--kafka-port" -> has(EmbeddedServices.KAFKA_SERVERS);
            case "--db-port" -> has(EmbeddedServices.DATABASE_URL);
            case "--provider-port" -> has(EmbeddedServices.PROVIDER_URL);
            case "--mail-port" -> has(EmbeddedServices.MAIL_HOST);
            case "--grpc-port", "--node-http-port" -> has(Platform.AXON_SERVERS);
            default -> false;
        };
    }

    /** Takes what {@link #isSetting} told apart from the options. */
    void settings(List<String> given) {
        settings = List.copyOf(given);
    }

    /** True for {@code --spring.mail.host=...}: a setting's name has a dot, an option's has none. */
    public static boolean isSetting(String argument) {
        return argument.matches("--[\\w-]+(\\.[\\w\\[\\]-]+)+=.*");
    }

    /** Settings for Spring Boot, as they were given. */
    public String[] settings() {
        return settings.toArray(String[]::new);
    }

    /** True where a setting of this name was given: then the part that it replaces is not started. */
    boolean has(String setting) {
        return settings.stream().anyMatch(given -> given.startsWith("--" + setting + "="));
    }
}
