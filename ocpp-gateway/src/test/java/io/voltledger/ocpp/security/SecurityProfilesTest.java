package io.voltledger.ocpp.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.admission.AdmissionCommand.DemandProfile;
import io.voltledger.api.admission.AdmissionCommand.LetIn;
import io.voltledger.api.admission.AdmissionCommand.SetPassword;
import io.voltledger.api.admission.AdmissionCommand.TurnAway;
import io.voltledger.api.admission.AdmissionEvent.HandshakeRefused;
import io.voltledger.api.admission.AdmissionEvent.StationKnocked;
import io.voltledger.api.admission.PasswordHash;
import io.voltledger.api.admission.RefusalReason;
import io.voltledger.api.admission.SecurityProfile;
import io.voltledger.api.admission.StationDoor;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.RunningGateway;
import io.voltledger.ocpp.corpus.WriteSide;
import io.voltledger.ocpp.socket.SocketSettings;
import io.voltledger.ocpp.socket.UnknownStations;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a connection must show under each profile, and what is kept of those that were refused. */
@SuppressWarnings("NullAway.Init")
class SecurityProfilesTest {

    private static final int OPEN = 101;
    private static final int UNAUTHORIZED = 401;
    private static final int UNKNOWN = 404;
    private static final int TOO_MANY = 429;
    private static final String PASSWORD = "correct-horse-battery";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static final TestAuthority AUTHORITY = new TestAuthority("stations");
    private static WriteSide writeSide;
    private static RunningGateway gateway;

    private final String station = "SEC-" + NUMBERS.incrementAndGet();

    @BeforeAll
    static void start(@TempDir Path folder) {
        writeSide = new WriteSide();
        gateway = RunningGateway.before(
                writeSide.gateway(),
                writeSide.bus(),
                UnknownStations.INBOX,
                usual -> withTls(usual, AUTHORITY.gateway(folder)));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        writeSide.close();
    }

    @Test
    void demandsNothingUnlessToldTo() {
        register();

        assertThat(plainly(null)).isEqualTo(OPEN);
    }

    @Test
    void demandsThePasswordAndKeepsWhoHadNone() {
        register();
        demand(SecurityProfile.BASIC);
        assertThat(plainly(PASSWORD)).as("before one was set").isEqualTo(UNAUTHORIZED);
        password(PASSWORD);

        assertThat(plainly(null)).isEqualTo(UNAUTHORIZED);
        assertThat(plainly("something-else")).isEqualTo(UNAUTHORIZED);
        assertThat(plainly(PASSWORD)).isEqualTo(OPEN);
        assertThat(plainly(PASSWORD)).as("known again").isEqualTo(OPEN);
        password("another-password");
        assertThat(plainly(PASSWORD)).as("the one before").isEqualTo(UNAUTHORIZED);

        assertThat(refusals())
                .containsExactly(
                        RefusalReason.PASSWORD_NOT_SET, RefusalReason.PASSWORD_MISSING, RefusalReason.WRONG_PASSWORD);
        assertThat(events()).noneMatch(event -> event.toString().contains(PASSWORD));
    }

    @Test
    void looksAtNoPasswordAfterTooManyWrongOnesFromThere() {
        register();
        demand(SecurityProfile.BASIC);
        password(PASSWORD);
        IntStream.range(0, RunningGateway.GUESSES.wrongPasswords())
                .forEach(guess -> assertThat(plainly("guess-" + guess)).isEqualTo(UNAUTHORIZED));

        assertThat(plainly(PASSWORD)).isEqualTo(TOO_MANY);
        assertThat(plainly("guess")).isEqualTo(TOO_MANY);
        assertThat(refusals()).containsExactly(RefusalReason.WRONG_PASSWORD);
        assertThat(plainly(PASSWORD, "127.0.2.1")).as("from elsewhere").isEqualTo(OPEN);
        password("another-password");
        assertThat(plainly("another-password")).as("at another password").isEqualTo(OPEN);
    }

    @Test
    void takesAKeyAsItsOctetsOrAsHex() {
        register();
        demand(SecurityProfile.BASIC);
        byte[] key = "sixteen octets!!".getBytes(StandardCharsets.ISO_8859_1);
        password(HexFormat.of().formatHex(key));

        assertThat(plainly("sixteen octets!!")).isEqualTo(OPEN);
        assertThat(plainly(HexFormat.of().withUpperCase().formatHex(key))).isEqualTo(OPEN);
    }

    @Test
    void demandsThePasswordOverTls() {
        register();
        demand(SecurityProfile.TLS_BASIC);
        password(PASSWORD);

        assertThat(plainly(PASSWORD)).isEqualTo(UNAUTHORIZED);
        assertThat(encrypted(null, null)).isEqualTo(UNAUTHORIZED);
        assertThat(encrypted(null, PASSWORD)).isEqualTo(OPEN);
        assertThat(refusals()).containsExactly(RefusalReason.TLS_MISSING, RefusalReason.PASSWORD_MISSING);
    }

    @Test
    void demandsTheStationsOwnCertificate() {
        register();
        demand(SecurityProfile.MUTUAL_TLS);

        assertThat(encrypted(null, null)).isEqualTo(UNAUTHORIZED);
        assertThat(encrypted(AUTHORITY.identity("OTHER"), null)).isEqualTo(UNAUTHORIZED);
        assertThat(encrypted(AUTHORITY.identity(station), null)).isEqualTo(OPEN);
        assertThat(encrypted(new TestAuthority("strangers").identity(station), null))
                .as("of an authority that is not trusted")
                .isNotEqualTo(OPEN);
        assertThat(refusals()).startsWith(RefusalReason.CERTIFICATE_MISSING, RefusalReason.WRONG_CERTIFICATE);
    }

    @Test
    void letsAnUnknownStationWaitForAnOperator() {
        assertThat(plainly(null)).isEqualTo(UNKNOWN);
        assertThat(plainly(null)).isEqualTo(UNKNOWN);
        assertThat(events()).hasOnlyElementsOfType(StationKnocked.class).hasSize(1);

        writeSide.gateway().sendAndWait(new TurnAway(door(), "not ours", RunningGateway.NOW));
        assertThat(plainly(null)).isEqualTo(UNKNOWN);
        assertThat(refusals()).containsExactly(RefusalReason.TURNED_AWAY);

        writeSide.gateway().sendAndWait(new LetIn(door(), RunningGateway.NOW));
        register();
        assertThat(plainly(null)).isEqualTo(OPEN);
    }

    private static SocketSettings withTls(SocketSettings usual, TlsSettings tls) {
        return new SocketSettings(
                usual.host(),
                usual.port(),
                usual.path(),
                usual.defaultProtocol(),
                usual.maxFrameBytes(),
                usual.maxQueuedFrames(),
                usual.maxQueuedCalls(),
                usual.handshakeTimeout(),
                usual.messageTimeout(),
                usual.pingInterval(),
                usual.deadAfter(),
                usual.deadAfterWithoutPong(),
                usual.callTimeout(),
                tls,
                usual.limits());
    }

    private void register() {
        writeSide
                .gateway()
                .sendAndWait(new RegisterChargePoint(
                        new StationId(station), station, ZoneOffset.UTC, null, RunningGateway.NOW));
    }

    private void demand(SecurityProfile profile) {
        writeSide.gateway().sendAndWait(new DemandProfile(door(), profile, null, RunningGateway.NOW));
    }

    private void password(String password) {
        PasswordHash hash = PasswordHash.of(password.getBytes(StandardCharsets.UTF_8));
        writeSide.gateway().sendAndWait(new SetPassword(door(), hash, RunningGateway.NOW));
    }

    private StationDoor door() {
        return StationDoor.of(new StationId(station));
    }

    private List<Object> events() {
        return writeSide.events(door().toString());
    }

    private List<RefusalReason> refusals() {
        return events().stream()
                .filter(HandshakeRefused.class::isInstance)
                .map(event -> ((HandshakeRefused) event).reason())
                .toList();
    }

    private int plainly(@Nullable String password) {
        return plainly(password, "127.0.0.1");
    }

    private int plainly(@Nullable String password, String from) {
        try (HttpClient http = HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(from))
                .build()) {
            return knock(http, "ws://127.0.0.1:" + gateway.port(), password);
        }
    }

    private int encrypted(TestAuthority.@Nullable Identity identity, @Nullable String password) {
        try (HttpClient http =
                HttpClient.newBuilder().sslContext(AUTHORITY.station(identity)).build()) {
            return knock(http, "wss://127.0.0.1:" + gateway.tlsPort(), password);
        }
    }

    /** The status of the handshake; 0 where there was none. */
    private int knock(HttpClient http, String origin, @Nullable String password) {
        WebSocket.Builder builder = http.newWebSocketBuilder().subprotocols("ocpp1.6");
        if (password != null) {
            byte[] basic = (station + ":" + password).getBytes(StandardCharsets.UTF_8);
            builder.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic));
        }
        try {
            builder.buildAsync(URI.create(origin + "/ocpp/" + station), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return OPEN;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0;
        }
    }
}
