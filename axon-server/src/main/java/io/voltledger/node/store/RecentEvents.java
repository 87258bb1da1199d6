package io.voltledger.node.store;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The newest events in memory, so that streams at the head of the log and warm aggregates touch no file. */
final class RecentEvents {

    private static final int SLOTS = 4096;
    private static final int LARGEST = 8 * 1024;

    private final AtomicReferenceArray<@Nullable StoredEvent> slots = new AtomicReferenceArray<>(SLOTS);

    void add(StoredEvent event) {
        slots.set(slot(event.token()), event.bytes().length <= LARGEST ? event : null);
    }

    @Nullable StoredEvent find(long token) {
        var event = slots.get(slot(token));
        return event != null && event.token() == token ? event : null;
    }

    private static int slot(long token) {
        return (int) (token & (SLOTS - 1));
    }
}
