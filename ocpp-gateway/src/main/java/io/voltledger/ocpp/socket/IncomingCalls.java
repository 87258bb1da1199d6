package io.voltledger.ocpp.socket;

import io.voltledger.ocpp.wire.Frame;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Calls of one station that wait for their turn. Used on the station's event loop only. */
final class IncomingCalls {

    /** @param characters length of the frame's text */
    record Waiting(Frame.Call call, Instant receivedAt, int characters) {}

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

    void clear() {
        queue.clear();
        characters = 0;
    }
}
