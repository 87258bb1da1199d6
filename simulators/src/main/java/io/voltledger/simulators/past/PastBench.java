package io.voltledger.simulators.past;

import io.voltledger.simulators.past.Filling.Wanted;
import io.voltledger.simulators.past.Names.Prefixes;
import io.voltledger.simulators.station.BenchRegistration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench past}. Gives a running platform a past for measuring: finished and paid sessions of last year, at the stations and with the tokens that
 * {@code bench ocpp} charges with. One real charge is the pattern; its events and rows are written again and again under other names, and the followers, which stand
 * still meanwhile, go on behind them. It is for a platform that measures only: nothing checks what is written here, and no payment provider
 * knows of these payments. Exit code 2 where the platform has sessions already.
 */
@Command(
        name = "past",
        description = "Fills a platform, for measuring only, with past sessions that are finished and paid.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class PastBench implements Callable<Integer> {

    private static final int REFUSED = 2;

    @Option(names = "--sessions", required = true, description = "how many past sessions")
    private long sessions;

    @Option(names = "--stations", description = "stations where they were, registered first")
    private int stations = 100;

    @Option(names = "--tokens", description = "tokens that they were started with, registered first")
    private int tokens = 1000;

    @Option(names = "--id-prefix", description = "stations are called so with a number behind")
    private String idPrefix = "BENCH-";

    @Option(names = "--id-tag-prefix", description = "tokens are called so with a number behind")
    private String idTagPrefix = "BENCH-TAG-";

    @Option(names = "--url", description = "OCPP endpoint")
    private URI url = URI.create("ws://127.0.0.1:8180/ocpp");

    @Option(names = "--api", description = "REST API")
    private URI api = URI.create("http://127.0.0.1:8088");

    @Option(names = "--node", description = "HTTP side of the Axon Server node")
    private URI node = URI.create("http://127.0.0.1:8024");

    @Option(names = "--grpc-port", description = "its gRPC port")
    private int grpc = 8124;

    @Option(names = "--db", description = "database of the read models and tokens")
    private String database = "jdbc:mysql://127.0.0.1:3307/voltledger?connectionTimeZone=UTC&sslMode=DISABLED"
            + "&allowPublicKeyRetrieval=true";

    @Option(names = "--db-user", description = "its user")
    private String user = "voltledger";

    @Option(names = "--data", description = "data folder of the all-in-one, where the database's password is kept")
    private Path data = Path.of("data");

    @Option(names = "--db-password", description = "the password, where there is no data folder")
    private @Nullable String password;

    @Option(
            names = "--without",
            split = ",",
            description = "tables that stay as they are; what is named here takes most of the disk")
    private Set<String> without = Set.of(
            "audit_event",
            "audit_notification",
            "bill_line",
            "ledger_posting",
            "notification",
            "notification_outbox",
            "payment_intent",
            "wallet_movement");

    @Option(names = "--into-existing", description = "also where the platform has sessions; start it again after")
    private boolean intoExisting;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException, ExecutionException {
        if (!intoExisting && new Sessions(api).any()) {
            say("The platform has sessions already; --into-existing fills it all the same%n");
            return REFUSED;
        }
        BenchRegistration registration = new BenchRegistration(api);
        registration.tariff();
        registration.stations(idPrefix, stations);
        registration.tokens(idTagPrefix, Math.max(tokens, stations));
        say("%,d stations and %,d tokens are registered%n", stations, Math.max(tokens, stations));
        if (sessions > 0) {
            try (History history = History.open(node.getHost(), grpc);
                    ReadModels readModels = ReadModels.open(database, user, password())) {
                long before = history.end();
                PatternCharge charge = PatternCharge.at(url, registration);
                new Filling(history, readModels, new Followers(node), without, this::say)
                        .fill(charge, before, new Wanted(sessions, stations, Math.max(tokens, stations), prefixes()));
            }
        }
        return 0;
    }

    private Prefixes prefixes() {
        return new Prefixes(idPrefix, idTagPrefix, BenchRegistration.MEMBER);
    }

    private String password() throws IOException {
        if (password != null) {
            return password;
        }
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        return secrets.getProperty("database.password");
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
