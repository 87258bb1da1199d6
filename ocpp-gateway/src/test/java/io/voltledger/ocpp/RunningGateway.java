package io.voltledger.ocpp;

import io.voltledger.api.admission.SecurityProfile;
import io.voltledger.ocpp.messages.MessageSink;
import io.voltledger.ocpp.security.IdentityCheck;
import io.voltledger.ocpp.security.Limits;
import io.voltledger.ocpp.security.RateLimit;
import io.voltledger.ocpp.security.TlsSettings;
import io.voltledger.ocpp.socket.Admission;
import io.voltledger.ocpp.socket.Connections;
import io.voltledger.ocpp.socket.OcppServer;
import io.voltledger.ocpp.socket.OrderReports;
import io.voltledger.ocpp.socket.SocketSettings;
import io.voltledger.ocpp.socket.StationOrders;
import io.voltledger.ocpp.socket.UnknownStations;
import io.voltledger.ocpp.station.StationCommands;
import io.voltledger.ocpp.v16.Ocpp16;
import io.voltledger.ocpp.v201.Ocpp201;
import io.voltledger.runtime.guess.GuessLimit;
import io.voltledger.runtime.guess.Guesses;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/** A gateway on a free port whose clock stands still. */
public final class RunningGateway implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    public static final String NODE = "gateway-test";
    public static final String SECRET = "a-secret-for-tests-only";
    public static final Duration HEARTBEAT = Duration.ofMinutes(5);
    public static final GuessLimit GUESSES = new GuessLimit(5, Duration.ofMinutes(5));

    private final PublishedProfiles profiles = new PublishedProfiles();
    private final OcppServer server;

    private RunningGateway(Platform platform, SocketSettings settings, UnknownStations unknown, Duration patience) {
        this(NODE, platform.gateway(), platform.bus(), settings, unknown, patience, MessageSink.NONE);
    }

    private RunningGateway(
            String node,
            CommandGateway gateway,
            CommandBus bus,
            SocketSettings settings,
            UnknownStations unknown,
            Duration patience,
            MessageSink messages) {
        Executor executor = Executors.newVirtualThreadPerTaskExecutor();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        StationCommands commands = new StationCommands(gateway, executor, Duration.ofSeconds(10), patience);
        Admission admission = new Admission(
                commands,
                executor,
                clock,
                node,
                unknown,
                ZoneId.of("Asia/Seoul"),
                new IdentityCheck(
                        SecurityProfile.NONE,
                        new Guesses("stations", settings.limits().guesses(), clock)),
                new RateLimit(100_000, clock));
        Connections connections = new Connections();
        OrderReports reports = new OrderReports(commands, clock);
        new StationOrders(connections, reports).subscribe(bus, node);
        server = new OcppServer(
                settings,
                List.of(new Ocpp16(commands, clock, HEARTBEAT, SECRET), new Ocpp201(commands, clock, HEARTBEAT)),
                admission,
                connections,
                reports,
                profiles.quirks(),
                messages,
                clock);
        server.start();
    }

    public static RunningGateway before(Platform platform) {
        return new RunningGateway(platform, settings("ocpp1.6"), UnknownStations.REFUSE, Duration.ofMillis(300));
    }

    /** In front of real handlers, with other settings. */
    public static RunningGateway before(
            CommandGateway gateway, CommandBus bus, UnknownStations unknown, UnaryOperator<SocketSettings> change) {
        return new RunningGateway(
                NODE,
                gateway,
                bus,
                change.apply(settings("ocpp1.6")),
                unknown,
                Duration.ofSeconds(20),
                MessageSink.NONE);
    }

    /** One of several in front of real handlers. */
    public static RunningGateway named(String node, CommandGateway gateway, CommandBus bus) {
        return new RunningGateway(
                node,
                gateway,
                bus,
                settings("ocpp1.6"),
                UnknownStations.REFUSE,
                Duration.ofSeconds(20),
                MessageSink.NONE);
    }

    /** In front of real handlers. */
    public static RunningGateway before(CommandGateway gateway, CommandBus bus) {
        return new RunningGateway(
                NODE,
                gateway,
                bus,
                settings("ocpp1.6"),
                UnknownStations.REFUSE,
                Duration.ofSeconds(20),
                MessageSink.NONE);
    }

    /** What goes over its sockets is noted. */
    static RunningGateway noting(Platform platform, MessageSink messages) {
        return new RunningGateway(
                NODE,
                platform.gateway(),
                platform.bus(),
                settings("ocpp1.6"),
                UnknownStations.REFUSE,
                Duration.ofMillis(300),
                messages);
    }

    public static RunningGateway before(Platform platform, UnknownStations unknown) {
        return new RunningGateway(platform, settings("ocpp1.6"), unknown, Duration.ofMillis(300));
    }

    static RunningGateway before(Platform platform, UnaryOperator<SocketSettings> change) {
        return new RunningGateway(
                platform, change.apply(settings("ocpp1.6")), UnknownStations.REFUSE, Duration.ofSeconds(20));
    }

    public static SocketSettings settings(@Nullable String defaultProtocol) {
        return new SocketSettings(
                "127.0.0.1",
                0,
                "/ocpp",
                defaultProtocol,
                1 << 20,
                4,
                3,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(90),
                Duration.ofSeconds(90),
                Duration.ofMillis(400),
                TlsSettings.NONE,
                new Limits(100_000, 100_000, 100_000, GUESSES));
    }

    public PublishedProfiles profiles() {
        return profiles;
    }

    public int port() {
        return server.port();
    }

    public int tlsPort() {
        return server.tlsPort();
    }

    public URI url() {
        return URI.create("ws://127.0.0.1:" + port() + "/ocpp");
    }

    @Override
    public void close() {
        server.stop();
    }
}
