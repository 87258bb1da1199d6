package io.voltledger.ocpp.socket;

import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationMessage.Direction;
import io.voltledger.api.chargepoint.StationMessage.Outcome;
import io.voltledger.api.chargepoint.StationMessage.Type;
import io.voltledger.ocpp.messages.Message;
import io.voltledger.ocpp.messages.MessageSink;
import io.voltledger.ocpp.wire.Frame;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went over one station's connection, for the message log. A call is noted when it is known how it ended, with the time
 * at which it came or went. Any thread.
 */
final class Traffic {

    private static final long NONE = -1;
    private static final int MOST_SILENT = 8;

    /** A call of ours that has no answer yet. */
    private record Open(String messageId, String action, String text, Instant at, long nanos) {}

    private final StationId station;
    private final MessageSink sink;
    private final Clock clock;
    private @Nullable Open open;
    private @Nullable Map<String, Open> silent;

    Traffic(StationId station, MessageSink sink, Clock clock) {
        this.station = station;
        this.sink = sink;
        this.clock = clock;
    }

    void answered(IncomingCalls.Waiting call, String answer) {
        ended(call, Type.RESULT, Outcome.ANSWERED, answer);
    }

    /** @param error null where nothing was said */
    void failed(IncomingCalls.Waiting call, @Nullable String error) {
        ended(call, Type.ERROR, Outcome.ERROR, error);
    }

    /** The station's call was never answered. */
    void dropped(IncomingCalls.Waiting call) {
        noteCall(call, NONE, Outcome.DROPPED);
    }

    /** @param error null where nothing was said */
    void refused(String messageId, String text, @Nullable String error) {
        String id = messageId.equals(Frame.NO_ID) ? null : messageId;
        note(clock.instant(), Direction.IN, Type.UNREADABLE, null, id, NONE, Outcome.REFUSED, text);
        if (error != null) {
            note(clock.instant(), Direction.OUT, Type.ERROR, null, id, NONE, Outcome.REFUSED, error);
        }
    }

    void ignored(String text) {
        note(clock.instant(), Direction.IN, Type.UNREADABLE, null, null, NONE, Outcome.IGNORED, text);
    }

    synchronized void asked(String messageId, String action, String text) {
        open = new Open(messageId, action, text, clock.instant(), System.nanoTime());
    }

    void resultCame(String messageId, String text) {
        came(messageId, Type.RESULT, Outcome.ANSWERED, text);
    }

    void errorCame(String messageId, String text) {
        came(messageId, Type.ERROR, Outcome.ERROR, text);
    }

    void timedOut(String messageId) {
        Open call = end(messageId);
        if (call != null) {
            note(call, NONE, Outcome.TIMED_OUT);
            remember(call);
        }
    }

    synchronized void closed() {
        Open call = open;
        open = null;
        if (call != null) {
            note(call, NONE, Outcome.DROPPED);
        }
    }

    private void came(String messageId, Type type, Outcome outcome, String text) {
        Open call = end(messageId);
        if (call != null) {
            long latency = System.nanoTime() - call.nanos();
            note(call, latency, outcome);
            note(clock.instant(), Direction.IN, type, call.action(), messageId, latency, outcome, text);
            return;
        }
        Open late = forget(messageId);
        if (late != null) {
            long latency = System.nanoTime() - late.nanos();
            note(clock.instant(), Direction.IN, type, late.action(), messageId, latency, Outcome.LATE, text);
        } else {
            note(clock.instant(), Direction.IN, type, null, messageId, NONE, Outcome.IGNORED, text);
        }
    }

    /** An answer that comes after all is one to this call. */
    private synchronized void remember(Open call) {
        Map<String, Open> remembered = silent;
        if (remembered == null) {
            remembered = new LinkedHashMap<>();
            silent = remembered;
        }
        remembered.put(call.messageId(), new Open(call.messageId(), call.action(), "", call.at(), call.nanos()));
        if (remembered.size() > MOST_SILENT) {
            remembered.remove(remembered.keySet().iterator().next());
        }
    }

    private synchronized @Nullable Open forget(String messageId) {
        Map<String, Open> remembered = silent;
        return remembered == null ? null : remembered.remove(messageId);
    }

    private void ended(IncomingCalls.Waiting call, Type type, Outcome outcome, @Nullable String answer) {
        long latency = System.nanoTime() - call.receivedNanos();
        noteCall(call, latency, outcome);
        if (answer != null) {
            String action = call.call().action();
            String id = call.call().messageId();
            note(clock.instant(), Direction.OUT, type, action, id, latency, outcome, answer);
        }
    }

    private synchronized @Nullable Open end(String messageId) {
        Open call = open;
        if (call == null || !call.messageId().equals(messageId)) {
            return null;
        }
        open = null;
        return call;
    }

    private void noteCall(IncomingCalls.Waiting call, long latency, Outcome outcome) {
        String action = call.call().action();
        String id = call.call().messageId();
        note(call.receivedAt(), Direction.IN, Type.CALL, action, id, latency, outcome, call.text());
    }

    private void note(Open call, long latency, Outcome outcome) {
        String action = call.action();
        note(call.at(), Direction.OUT, Type.CALL, action, call.messageId(), latency, outcome, call.text());
    }

    private void note(
            Instant at,
            Direction direction,
            Type type,
            @Nullable String action,
            @Nullable String messageId,
            long latency,
            Outcome outcome,
            String text) {
        sink.note(new Message(station, at, direction, type, action, messageId, latency, outcome, text));
    }
}
