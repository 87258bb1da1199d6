package io.voltledger.ocpp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket that says exactly what a test wants said. */
public final class RawStation implements AutoCloseable, WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<ByteBuffer> pongs = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private RawStation(URI url, String... subprotocols) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
        if (subprotocols.length > 0) {
            String[] others = new String[subprotocols.length - 1];
            System.arraycopy(subprotocols, 1, others, 0, others.length);
            builder.subprotocols(subprotocols[0], others);
        }
        socket = builder.buildAsync(url, this).join();
    }

    public static RawStation connect(RunningGateway gateway, String path, String... subprotocols) {
        return new RawStation(URI.create(gateway.url() + "/" + path), subprotocols);
    }

    public static RawStation connect(RunningGateway gateway) {
        return connect(gateway, "CP-1", "ocpp1.6");
    }

    public String subprotocol() {
        return socket.getSubprotocol();
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    /** Sends what the gateway may refuse by closing while it is still being sent. */
    public void sendInVain(String text) {
        socket.sendText(text, true).exceptionally(failure -> socket).join();
    }

    public JsonNode exchange(String text) {
        send(text);
        return next();
    }

    /** Sends a call and answers the payload of its result. */
    public JsonNode call(String id, String action, String payload) {
        JsonNode frame = exchange("[2,\"" + id + "\",\"" + action + "\"," + payload + "]");
        if (frame.get(0).asInt() != 3 || !frame.get(1).asText().equals(id)) {
            throw new AssertionError("Not a result of " + id + ": " + frame);
        }
        return frame.get(2);
    }

    public JsonNode next() {
        JsonNode frame = nextWithin(Duration.ofSeconds(10));
        if (frame == null) {
            throw new AssertionError("Nothing came");
        }
        return frame;
    }

    public String nextText() {
        try {
            return Objects.requireNonNull(received.poll(10, TimeUnit.SECONDS), "Nothing came");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public @Nullable JsonNode nextWithin(Duration atMost) {
        try {
            String text = received.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return text == null ? null : JSON.readTree(text);
        } catch (InterruptedException | JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    public boolean pingIsAnswered() {
        socket.sendPing(ByteBuffer.wrap(new byte[] {7}));
        try {
            return pongs.poll(10, TimeUnit.SECONDS) != null;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The close code, once the gateway closed; 1006 where it said none. */
    public int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    public void vanish() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            received.add(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        pongs.add(message);
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
