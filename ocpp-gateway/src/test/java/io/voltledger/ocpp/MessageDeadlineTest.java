package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever drips a message in does not hold a connection for ever. */
class MessageDeadlineTest {

    private static final int POLICY_VIOLATION = 1_008;
    private static final byte TEXT = 0x01;
    private static final byte CONTINUATION = 0x00;
    private static final byte PING = 0x09;
    private static final byte FINAL = (byte) 0x80;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RunningGateway gateway =
            RunningGateway.before(new Platform(), usual -> Settings.messagesWithin(usual, Duration.ofMillis(400)));
    private final RawUpgrade slow = RawUpgrade.request(gateway.port(), "/ocpp/SLOW", "Sec-WebSocket-Protocol: ocpp1.6");

    @BeforeEach
    void connected() {
        Metrics.addRegistry(metrics);
        assertThat(slow.status()).isEqualTo(101);
    }

    @AfterEach
    void stop() {
        Metrics.removeRegistry(metrics);
        slow.close();
        gateway.close();
    }

    @Test
    void endsAConnectionWhoseFrameDripsIn() {
        slow.send((byte) (FINAL | TEXT), (byte) (0x80 | 126), (byte) 0x0f, (byte) 0xff, (byte) 0, (byte) 0, (byte) 0);

        assertThat(slow.closeCodeWhile(() -> slow.send((byte) 'x'))).isEqualTo(POLICY_VIOLATION);
        assertThat(slow.isClosedByPeer()).isTrue();
        assertThat(metrics.counter("voltledger.ocpp.connections.ended", "reason", "unfinished")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void endsAConnectionWhoseMessageHasNoLastFragment() {
        slow.send(frame(TEXT, "[2,"));

        assertThat(slow.closeCodeWhile(() -> {
                    slow.send(frame(CONTINUATION, " "));
                    slow.send(frame((byte) (FINAL | PING), ""));
                }))
                .isEqualTo(POLICY_VIOLATION);
    }

    @Test
    void leavesAMessageInPartsAndTheNeighboursAlone() {
        try (RawStation neighbour = RawStation.connect(gateway, "CP-2", "ocpp1.6")) {
            byte[] call = frame((byte) (FINAL | TEXT), "[2,\"1\",\"Heartbeat\",{}]");
            for (int i = 0; i < 3; i++) {
                slow.send(Arrays.copyOfRange(call, 0, 9));
                neighbour.call("n" + i, "Heartbeat", "{}");
                slow.send(Arrays.copyOfRange(call, 9, call.length));
                assertThat(slow.isSilentFor(10_000)).as("it is answered").isFalse();
            }
            slow.send((byte) (FINAL | TEXT));
            assertThat(neighbour.call("m", "Heartbeat", "{}").has("currentTime"))
                    .isTrue();
            while (!slow.isClosedByPeer()) {
                neighbour.call("o", "Heartbeat", "{}");
            }
            assertThat(neighbour.call("p", "Heartbeat", "{}").has("currentTime"))
                    .isTrue();
        }
    }

    /** As a client sends it: masked, here by zeroes. */
    private static byte[] frame(byte head, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = head;
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        return frame;
    }
}
