package io.voltledger.ocpp.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.ocpp.station.StationOrder;
import io.voltledger.ocpp.wire.FrameWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calls to one station: one is open at a time, others wait in a bounded queue, and each is reported once: answered,
 * timed out, or offline. One that timed out is reported once more where the station answers it after all, on the same
 * connection. Guarded by its own monitor.
 */
final class OutgoingCalls {

    /** Writes to the socket, and calls {@link #timedOut} with the message id when the time for an answer is over. */
    interface Wire {
        void send(String messageId, String action, String frame);

        void expectAnswer(String messageId);
    }

    /** Hears of each order how it ended. */
    interface Reports {

        void answered(StationOrder order, JsonNode payload);

        void ended(StationOrder order, StationAnswer answer);
    }

    private static final int MOST_SILENT = 8;

    private final int capacity;
    private final Wire wire;
    private final Reports reports;
    private final Map<String, StationOrder> silent = new LinkedHashMap<>();
    private final Deque<StationOrder> waiting = new ArrayDeque<>();
    private @Nullable StationOrder current;
    private @Nullable String currentId;
    private boolean open;
    private boolean closed;

    OutgoingCalls(int capacity, Wire wire, Reports reports) {
        this.capacity = capacity;
        this.wire = wire;
        this.reports = reports;
    }

    enum Offer {
        QUEUED,
        FULL,
        CLOSED
    }

    /** What {@link #offer} would say now. */
    synchronized Offer outlook() {
        if (closed) {
            return Offer.CLOSED;
        }
        return waiting.size() >= capacity ? Offer.FULL : Offer.QUEUED;
    }

    synchronized Offer offer(StationOrder order) {
        Offer outlook = outlook();
        if (outlook == Offer.QUEUED) {
            waiting.add(order);
            sendNext();
        }
        return outlook;
    }

    /** The socket can be written to from now on. */
    synchronized void opened() {
        open = true;
        sendNext();
    }

    /** False where it answers nothing. */
    boolean answered(String messageId, JsonNode payload) {
        StationOrder ended = asked(messageId);
        if (ended == null) {
            return false;
        }
        reports.answered(ended, payload);
        return true;
    }

    boolean refused(String messageId, String code, String description, JsonNode details) {
        String error = JsonNodeFactory.instance
                .objectNode()
                .put("errorCode", code)
                .put("errorDescription", description)
                .set("errorDetails", details.isMissingNode() ? JsonNodeFactory.instance.objectNode() : details)
                .toString();
        StationOrder ended = asked(messageId);
        if (ended == null) {
            return false;
        }
        reports.ended(ended, new StationAnswer(Outcome.CALL_ERROR, error));
        return true;
    }

    void timedOut(String messageId) {
        StationOrder ended = fellSilent(messageId);
        if (ended != null) {
            reports.ended(ended, new StationAnswer(Outcome.TIMED_OUT, null));
        }
    }

    void closed() {
        List<StationOrder> lost = new ArrayList<>();
        synchronized (this) {
            closed = true;
            if (current != null) {
                lost.add(current);
            }
            lost.addAll(waiting);
            waiting.clear();
            silent.clear();
            current = null;
            currentId = null;
        }
        lost.forEach(order -> reports.ended(order, new StationAnswer(Outcome.OFFLINE, null)));
    }

    private synchronized @Nullable StationOrder fellSilent(String messageId) {
        StationOrder ended = end(messageId);
        if (ended != null && !closed) {
            silent.put(messageId, ended);
            if (silent.size() > MOST_SILENT) {
                silent.remove(silent.keySet().iterator().next());
            }
        }
        return ended;
    }

    /** The order that the station answers, in time or late. */
    private synchronized @Nullable StationOrder asked(String messageId) {
        StationOrder late = silent.remove(messageId);
        return late == null ? end(messageId) : late;
    }

    /** The order that this message answers; absent where none is open. The next one goes out. */
    private synchronized @Nullable StationOrder end(String messageId) {
        StationOrder ended = current;
        if (ended == null || !messageId.equals(currentId)) {
            return null;
        }
        current = null;
        currentId = null;
        sendNext();
        return ended;
    }

    private void sendNext() {
        if (!open || closed || current != null || waiting.isEmpty()) {
            return;
        }
        StationOrder next = waiting.remove();
        String messageId = UUID.randomUUID().toString();
        current = next;
        currentId = messageId;
        wire.send(messageId, next.action(), FrameWriter.call(messageId, next.action(), next.payload()));
        wire.expectAnswer(messageId);
    }
}
