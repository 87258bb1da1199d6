package io.voltledger.ocpp.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.ocpp.wire.FrameWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls to one station: one is open at a time, others wait in a bounded queue, and each is reported once: answered,
 * timed out, or offline. Guarded by its own monitor.
 */
final class OutgoingCalls {

    /** @param payload the request as it goes to the wire */
    record Order(StationCommandId command, String action, JsonNode payload) {}

    /** Writes to the socket, and calls {@link #timedOut} with the message id when the time for an answer is over. */
    interface Wire {
        void send(String frame);

        void expectAnswer(String messageId);
    }

    private final int capacity;
    private final Wire wire;
    private final BiConsumer<StationCommandId, StationAnswer> reports;
    private final Deque<Order> waiting = new ArrayDeque<>();
    private @Nullable Order current;
    private @Nullable String currentId;
    private boolean open;
    private boolean closed;

    OutgoingCalls(int capacity, Wire wire, BiConsumer<StationCommandId, StationAnswer> reports) {
        this.capacity = capacity;
        this.wire = wire;
        this.reports = reports;
    }

    enum Offer {
        QUEUED,
        FULL,
        CLOSED
    }

    synchronized Offer offer(Order order) {
        if (closed) {
            return Offer.CLOSED;
        }
        if (waiting.size() >= capacity) {
            return Offer.FULL;
        }
        waiting.add(order);
        sendNext();
        return Offer.QUEUED;
    }

    /** The socket can be written to from now on. */
    synchronized void opened() {
        open = true;
        sendNext();
    }

    /** False where no such call is open: a late answer, or one to nothing. */
    boolean answered(String messageId, JsonNode payload) {
        return ended(messageId, new StationAnswer(Outcome.ANSWERED, payload.toString()));
    }

    boolean refused(String messageId, String code, String description) {
        String error = JsonNodeFactory.instance
                .objectNode()
                .put("errorCode", code)
                .put("errorDescription", description)
                .toString();
        return ended(messageId, new StationAnswer(Outcome.CALL_ERROR, error));
    }

    void timedOut(String messageId) {
        ended(messageId, new StationAnswer(Outcome.TIMED_OUT, null));
    }

    void closed() {
        List<Order> lost = new ArrayList<>();
        synchronized (this) {
            closed = true;
            if (current != null) {
                lost.add(current);
            }
            lost.addAll(waiting);
            waiting.clear();
            current = null;
            currentId = null;
        }
        Consumer<Order> report = order -> reports.accept(order.command(), new StationAnswer(Outcome.OFFLINE, null));
        lost.forEach(report);
    }

    private boolean ended(String messageId, StationAnswer answer) {
        Order ended;
        synchronized (this) {
            ended = current;
            if (ended == null || !messageId.equals(currentId)) {
                return false;
            }
            current = null;
            currentId = null;
            sendNext();
        }
        reports.accept(ended.command(), answer);
        return true;
    }

    private void sendNext() {
        if (!open || closed || current != null || waiting.isEmpty()) {
            return;
        }
        Order next = waiting.remove();
        String messageId = UUID.randomUUID().toString();
        current = next;
        currentId = messageId;
        wire.send(FrameWriter.call(messageId, next.action(), next.payload()));
        wire.expectAnswer(messageId);
    }
}
