package io.voltledger.ocpp.socket;

import io.voltledger.ocpp.wire.Frame;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of one station that wait for their turn. Used on the station's event loop only. */
final class IncomingCalls {

    /**
     * @param text the frame as it came
     * @param receivedNanos the same moment as {@code receivedAt}, to measure from
     */
    record Waiting(Frame.Call call, String text, Instant receivedAt, long receivedNanos) {

        int characters() {
            return text.length();
        }
    }

    private final int capacity;
    private final int maxCharacters;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private long characters;

    /** @param maxCharacters that may wait before the queue counts as full */
    IncomingCalls(int capacity, int maxCharacters) {
        this.capacity = capacity;
        this.maxCharacters = maxCharacters;
    }

    void add(Waiting call) {
        queue.add(call);
        characters += call.characters();
    }

    @Nullable Waiting next() {
        Waiting next = queue.poll();
        if (next != null) {
            characters -= next.characters();
        }
        return next;
    }

    /** True where the socket should not be read for now. */
    boolean isFull() {
        return queue.size() >= capacity || characters >= maxCharacters;
    }

    /** Empties the queue; answers what waited. */
    List<Waiting> clear() {
        List<Waiting> lost = List.copyOf(queue);
        queue.clear();
        characters = 0;
        return lost;
    }
}
