package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever one station sends, it goes on being served, and no other station notices. */
@SuppressWarnings("NullAway.Init")
class FuzzedSocketsTest {

    private static final String VALID = "[2,\"id\",\"MeterValues\",{\"connectorId\":1,\"meterValue\":[{}]}]";
    private static final int MUCH = 64 << 20;
    private static final int BUFFERS_OF_THE_SYSTEM = 40 << 20;

    private static RunningGateway gateway;
    private static RawStation odd;
    private static RawStation other;

    @BeforeContainer
    static void start() {
        gateway = RunningGateway.before(new Platform());
        odd = RawStation.connect(gateway, "ODD", "ocpp1.6");
        other = RawStation.connect(gateway, "OTHER", "ocpp2.0.1");
    }

    @AfterContainer
    static void stop() {
        odd.close();
        other.close();
        gateway.close();
    }

    @Property(tries = 400)
    void servesOnAfterAnyText(@ForAll("texts") String text) {
        odd.send(text);
        odd.send("[2,\"after\",\"Heartbeat\",{}]");

        JsonNode frame = odd.next();
        while (!frame.path(1).asText().equals("after") || frame.path(0).asInt() != 3) {
            frame = odd.next();
        }
        assertThat(other.call("1", "Heartbeat", "{}").has("currentTime")).isTrue();
        assertThat(other.isClosed()).isFalse();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(200).filter(FuzzedSocketsTest::isWellFormed);
        Arbitrary<String> broken = Arbitraries.integers()
                .between(0, VALID.length() - 1)
                .flatMap(from -> Arbitraries.strings()
                        .withChars("[]{}:,\"\\0123456789eE+-.nul ")
                        .ofMaxLength(5)
                        .map(insert -> VALID.substring(0, from) + insert + VALID.substring(from)));
        return Arbitraries.oneOf(any, broken);
    }

    /** A station that sends and never reads is not read in the end: its answers do not pile up. */
    @Example
    void listensNoMoreToWhoDoesNotListen() throws IOException {
        try (SocketChannel deaf = SocketChannel.open(new InetSocketAddress("127.0.0.1", gateway.port()));
                Selector selector = Selector.open()) {
            deaf.write(ascii("GET /ocpp/DEAF HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Protocol: ocpp1.6\r\n\r\n"));
            awaitUpgrade(deaf);
            deaf.configureBlocking(false);
            deaf.register(selector, SelectionKey.OP_WRITE);
            ByteBuffer frames = unreadableFrames();
            long sent = 0;
            while (sent < MUCH && selector.select(2_000) > 0) {
                selector.selectedKeys().clear();
                sent += deaf.write(frames);
                if (!frames.hasRemaining()) {
                    frames.rewind();
                }
            }
            assertThat(sent).isLessThan(BUFFERS_OF_THE_SYSTEM);
        }
        assertThat(other.call("1", "Heartbeat", "{}").has("currentTime")).isTrue();
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static void awaitUpgrade(SocketChannel channel) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(4_096);
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            assertThat(channel.read(answer)).isPositive();
            text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
        }
        assertThat(text).startsWith("HTTP/1.1 101");
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Each is answered by an error that is longer than itself. */
    private static ByteBuffer unreadableFrames() {
        byte[] text = "[2,\"x\",\"Y\",7]".getBytes(StandardCharsets.ISO_8859_1);
        int count = 10_000;
        ByteBuffer frames = ByteBuffer.allocate(count * (text.length + 6));
        for (int i = 0; i < count; i++) {
            frames.put((byte) 0x81).put((byte) (0x80 | text.length)).putInt(0).put(text);
        }
        return frames.flip();
    }
}
