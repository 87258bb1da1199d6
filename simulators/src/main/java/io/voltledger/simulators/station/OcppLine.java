package io.voltledger.simulators.station;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A station's line to its central system: one call open at a time, the others queued in order; facts are sent again, with
 * a new message id, until they are acknowledged, over any number of lost connections. Guarded by its own monitor.
 */
final class OcppLine implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CALL = 2;
    private static final int RESULT = 3;
    private static final int ERROR = 4;

    private final StationSettings settings;
    private final StationNetwork network;
    private final StationBehaviour station;
    private final Deque<OutgoingCall> queue = new ArrayDeque<>();
    private @Nullable Channel channel;
    private @Nullable String openCall;
    private @Nullable ObjectNode openPayload;
    private int attempts;
    private long sentNanos;
    private boolean watching;
    private boolean closed;

    OcppLine(StationSettings settings, StationNetwork network, StationBehaviour station) {
        this.settings = settings;
        this.network = network;
        this.station = station;
    }

    void connect() {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        network.connect(settings, new StationSocket(this)).addListener(outcome -> {
            if (!outcome.isSuccess()) {
                lost("cannot connect: " + outcome.cause().getMessage());
            }
        });
    }

    CompletableFuture<JsonNode> call(OutgoingCall call) {
        synchronized (this) {
            queue.add(call);
            sendNext();
        }
        return call.answer();
    }

    void every(Duration interval, Runnable task) {
        network.later(
                () -> {
                    boolean open;
                    synchronized (this) {
                        if (closed) {
                            return;
                        }
                        open = channel != null;
                    }
                    if (open) {
                        task.run();
                    }
                    every(interval, task);
                },
                interval.toMillis());
    }

    synchronized int waiting() {
        return queue.size();
    }

    /** The network breaks: the socket is gone without a goodbye, and the station connects again. */
    synchronized void drop() {
        if (channel != null) {
            channel.close();
        }
    }

    void opened(Channel opened) {
        synchronized (this) {
            if (closed) {
                opened.close();
                return;
            }
            channel = opened;
            openCall = null;
            settings.log().accept(settings.id() + " == connected to " + settings.url());
            sendNext();
        }
        station.connected();
    }

    void lost(String cause) {
        OutgoingCall given;
        synchronized (this) {
            channel = null;
            given = giveUpOpenCall();
            if (!closed) {
                settings.log().accept(settings.id() + " == offline: " + cause);
                network.later(this::connect, settings.retryDelay().toMillis());
            }
        }
        station.disconnected();
        fail(given, "the connection was lost");
    }

    void received(String text) {
        settings.log().accept(settings.id() + " <- " + text);
        JsonNode frame;
        try {
            frame = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            settings.log().accept(settings.id() + " == not JSON: " + e.getOriginalMessage());
            return;
        }
        switch (frame.path(0).asInt()) {
            case CALL -> answer(frame.path(1).asText(), frame.path(2).asText(), frame.path(3));
            case RESULT -> resolved(frame.path(1).asText(), frame.path(2));
            case ERROR ->
                refused(
                        frame.path(1).asText(),
                        frame.path(2).asText() + ": " + frame.path(3).asText());
            default -> settings.log().accept(settings.id() + " == not a frame of OCPP-J");
        }
    }

    private void sendNext() {
        OutgoingCall next = queue.peek();
        Channel socket = channel;
        if (next == null || socket == null || openCall != null) {
            return;
        }
        String id = UUID.randomUUID().toString();
        ObjectNode payload = next.payload().get();
        openCall = id;
        openPayload = payload;
        attempts++;
        sentNanos = System.nanoTime();
        write(
                socket,
                JSON.createArrayNode().add(CALL).add(id).add(next.action()).add(payload));
        if (!watching) {
            watching = true;
            network.later(this::watch, settings.answerTimeout().toMillis());
        }
    }

    private void resolved(String id, JsonNode answer) {
        OutgoingCall call;
        Acknowledged acknowledged;
        synchronized (this) {
            if (!id.equals(openCall)) {
                return;
            }
            call = queue.remove();
            acknowledged = new Acknowledged(
                    call.action(),
                    openPayload == null ? JSON.createObjectNode() : openPayload,
                    answer,
                    attempts,
                    System.nanoTime() - sentNanos,
                    Instant.now());
            openCall = null;
            attempts = 0;
        }
        station.acknowledged(acknowledged);
        call.answer().complete(answer);
        synchronized (this) {
            sendNext();
        }
    }

    /** One timer a line, not one a call: it comes back while a call is open. */
    private void watch() {
        String late = null;
        synchronized (this) {
            watching = false;
            String open = openCall;
            if (open == null || closed) {
                return;
            }
            long left = settings.answerTimeout().toNanos() - (System.nanoTime() - sentNanos);
            if (left > 0) {
                watching = true;
                network.later(this::watch, TimeUnit.NANOSECONDS.toMillis(left) + 1);
            } else {
                late = open;
            }
        }
        if (late != null) {
            refused(late, "no answer within " + settings.answerTimeout());
        }
    }

    private void refused(String id, String cause) {
        OutgoingCall given;
        synchronized (this) {
            if (!id.equals(openCall)) {
                return;
            }
            settings.log().accept(settings.id() + " == " + cause);
            given = giveUpOpenCall();
            network.later(
                    () -> {
                        synchronized (this) {
                            sendNext();
                        }
                    },
                    given == null ? settings.retryDelay().toMillis() : 0);
        }
        fail(given, cause);
    }

    /** A fact stays at the head of the queue; anything else is taken out and answered with a failure. */
    private @Nullable OutgoingCall giveUpOpenCall() {
        boolean wasOpen = openCall != null;
        openCall = null;
        OutgoingCall head = queue.peek();
        if (!wasOpen || head == null || head.fact()) {
            return null;
        }
        attempts = 0;
        return queue.remove();
    }

    private static void fail(@Nullable OutgoingCall call, String cause) {
        if (call != null) {
            call.answer().completeExceptionally(new CallFailed(call.action() + ": " + cause));
        }
    }

    private void answer(String id, String action, JsonNode payload) {
        Optional<Reply> answer = station.called(action, payload);
        Channel socket;
        synchronized (this) {
            socket = channel;
        }
        if (socket == null) {
            return;
        }
        ArrayNode frame = JSON.createArrayNode();
        if (answer.isPresent()) {
            frame.add(RESULT).add(id).add(answer.get().answer());
        } else {
            frame.add(ERROR).add(id).add("NotImplemented").add("unknown action").add(JSON.createObjectNode());
        }
        write(socket, frame);
        answer.ifPresent(reply -> reply.afterwards().run());
    }

    private void write(Channel socket, ArrayNode frame) {
        String text = frame.toString();
        settings.log().accept(settings.id() + " -> " + text);
        socket.writeAndFlush(new TextWebSocketFrame(text));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (channel != null) {
                channel.close();
            }
        }
    }
}
