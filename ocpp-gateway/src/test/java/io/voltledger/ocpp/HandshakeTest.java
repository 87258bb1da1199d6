package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.chargepoint.ChargePointCommand.ConnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.DisconnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.socket.UnknownStations;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeTest {

    private final Platform platform = new Platform();
    private final RunningGateway gateway = RunningGateway.before(platform);

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /ocpp/CP-1                | CP-1
                    /ocpp/CP-1/               | CP-1
                    /ocpp/CP-1?token=x        | CP-1
                    /ocpp/1.6/CP-1            | CP-1
                    /ocpp/site/1.6/CP-1//     | CP-1
                    /ocpp/CP%201              | CP 1
                    /ocpp/CP+1                | CP+1
                    /ocpp/%EC%B6%A9%EC%A0%84  | 충전
                    """)
    void findsTheStationInItsPath(String path, String station) {
        try (RawUpgrade upgrade = RawUpgrade.request(gateway.port(), path, "Sec-WebSocket-Protocol: ocpp1.6")) {
            assertThat(upgrade.status()).isEqualTo(101);
        }
        assertThat(platform.recorded(ConnectStation.class).getFirst().station()).isEqualTo(new StationId(station));
    }

    @ParameterizedTest
    @CsvSource({"/ocpp/", "/ocpp", "/", "/other/CP-1", "/ocpp/a%3Ab", "/ocpp/%00", "/ocpp/%zz", "/ocpp/a%2Fb"})
    void refusesAPathWithoutAStation(String path) {
        try (RawUpgrade upgrade = RawUpgrade.request(gateway.port(), path)) {
            assertThat(upgrade.status()).isEqualTo(404);
        }
        assertThat(platform.recorded(ConnectStation.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Sec-WebSocket-Protocol: ocpp1.6             | ocpp1.6
                    Sec-WebSocket-Protocol: ,ocpp1.6            | ocpp1.6
                    Sec-WebSocket-Protocol: ocpp9.9, ocpp1.6    | ocpp1.6
                    Sec-WebSocket-Protocol: ,ocpp2.0.1          | ocpp2.0.1
                    Sec-WebSocket-Protocol: ocpp2.0.1, ocpp1.6  | ocpp2.0.1
                    Sec-WebSocket-Protocol: ocpp1.6, ocpp2.0.1  | ocpp1.6
                    Sec-WebSocket-Protocol: OCPP1.6             | OCPP1.6
                    Sec-WebSocket-Protocol:                     |
                    X-None: none                                |
                    """)
    void agreesOnASubprotocol(String header, @Nullable String agreed) {
        try (RawUpgrade upgrade = RawUpgrade.request(gateway.port(), "/ocpp/CP-1", header)) {
            assertThat(upgrade.status()).isEqualTo(101);
            assertThat(upgrade.header("Sec-WebSocket-Protocol")).isEqualTo(agreed);
            assertThat(platform.only(ConnectStation.class).protocol())
                    .isEqualTo(agreed == null ? "ocpp1.6" : agreed.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void hangsUpWhereNoSubprotocolFits() {
        try (RawUpgrade upgrade = RawUpgrade.request(gateway.port(), "/ocpp/CP-1", "Sec-WebSocket-Protocol: ocpp9.9")) {
            assertThat(upgrade.header("Sec-WebSocket-Protocol")).isNull();
            assertThat(upgrade.isClosedByPeer()).isTrue();
        }
        assertThat(platform.recorded(ConnectStation.class)).isEmpty();
    }

    @Test
    void refusesAStationThatOffersNothingWhereTheSettingSaysSo() {
        try (RunningGateway strict = RunningGateway.before(platform, old -> RunningGateway.settings(null));
                RawUpgrade upgrade = RawUpgrade.request(strict.port(), "/ocpp/CP-1")) {
            assertThat(upgrade.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void asksForAWebSocket() {
        try (RawUpgrade plain = RawUpgrade.plainGet(gateway.port(), "/ocpp/CP-1")) {
            assertThat(plain.status()).isEqualTo(426);
        }
    }

    @Test
    void answersOnlyWhenTheConnectionIsRecorded() {
        CountDownLatch recorded = platform.holding(ConnectStation.class);
        try (RawUpgrade upgrade = RawUpgrade.request(gateway.port(), "/ocpp/CP-1")) {
            assertThat(upgrade.isSilentFor(300)).isTrue();
            recorded.countDown();
            assertThat(upgrade.status()).isEqualTo(101);
        }
    }

    @Test
    void refusesAnUnknownStation() {
        platform.unknownStations();
        try (RawUpgrade upgrade = RawUpgrade.request(gateway.port(), "/ocpp/CP-1")) {
            assertThat(upgrade.status()).isEqualTo(404);
        }
    }

    @Test
    void registersAnUnknownStationWhereTheSettingSaysSo() {
        platform.unknownStations();
        try (RunningGateway open = RunningGateway.before(platform, UnknownStations.REGISTER);
                RawStation station = RawStation.connect(open)) {
            assertThat(station.call("1", "Heartbeat", "{}").has("currentTime")).isTrue();
        }
        assertThat(platform.only(RegisterChargePoint.class).station()).isEqualTo(new StationId("CP-1"));
    }

    @Test
    void asksToComeLaterWhileThePlatformIsAway() {
        platform.failing(ConnectStation.class);
        try (RawUpgrade upgrade = RawUpgrade.request(gateway.port(), "/ocpp/CP-1")) {
            assertThat(upgrade.status()).isEqualTo(503);
        }
    }

    @Test
    void letsTheNewerSocketWin() {
        try (RawStation older = RawStation.connect(gateway);
                RawStation newer = RawStation.connect(gateway)) {
            assertThat(older.closeCode()).isEqualTo(1008);
            assertThat(newer.call("1", "Heartbeat", "{}").has("currentTime")).isTrue();
            await().until(() -> platform.recorded(DisconnectStation.class).size() == 1);

            var connections = platform.recorded(ConnectStation.class);
            assertThat(platform.only(DisconnectStation.class).connection())
                    .isEqualTo(connections.get(0).connection())
                    .isNotEqualTo(connections.get(1).connection());
        }
    }

    @Test
    void tellsThatAStationIsGone() {
        RawStation station = RawStation.connect(gateway);
        ConnectStation connected = platform.only(ConnectStation.class);
        assertThat(connected.node()).isEqualTo(RunningGateway.NODE);

        station.vanish();

        await().untilAsserted(() ->
                assertThat(platform.only(DisconnectStation.class).connection()).isEqualTo(connected.connection()));
    }

    @Test
    void tellsThatAStationIsGoneAlsoWhereThatFailsAtFirst() {
        platform.failing(DisconnectStation.class);
        RawStation station = RawStation.connect(gateway);
        station.vanish();
        platform.on(DisconnectStation.class, command -> null);

        await().until(() -> platform.recorded(DisconnectStation.class).size() == 1);
    }

    @Test
    void answersPings() {
        try (RawStation station = RawStation.connect(gateway)) {
            assertThat(station.pingIsAnswered()).isTrue();
        }
    }

    @Test
    void noticesASilentPeer() {
        try (RunningGateway impatient = RunningGateway.before(platform, Settings::impatient);
                RawUpgrade mute = RawUpgrade.request(impatient.port(), "/ocpp/CP-1")) {
            assertThat(mute.status()).isEqualTo(101);
            await().until(() -> platform.recorded(DisconnectStation.class).size() == 1);
            assertThat(platform.only(DisconnectStation.class).cause()).isEqualTo("no sign of life");
        }
    }

    @Test
    void keepsAQuietStationThatAnswersPings() {
        try (RunningGateway impatient = RunningGateway.before(platform, Settings::impatient);
                RawStation quiet = RawStation.connect(impatient);
                RawUpgrade mute = RawUpgrade.request(impatient.port(), "/ocpp/CP-2")) {
            assertThat(mute.status()).isEqualTo(101);
            await().until(() -> platform.recorded(DisconnectStation.class).size() == 1);
            assertThat(quiet.isClosed()).isFalse();
            assertThat(quiet.call("1", "Heartbeat", "{}").has("currentTime")).isTrue();
        }
    }

    @Test
    void closesAConnectionThatNeverSpeaks() {
        try (RunningGateway impatient = RunningGateway.before(platform, Settings::impatient);
                RawUpgrade loris = RawUpgrade.connectOnly(impatient.port())) {
            assertThat(loris.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void saysGoodbyeWhenItStops() {
        try (RawStation station = RawStation.connect(gateway)) {
            gateway.close();
            assertThat(station.closeCode()).isEqualTo(1012);
            assertThat(platform.only(DisconnectStation.class).cause()).isEqualTo("the gateway stops");
        }
    }
}
