package io.voltledger.node;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.PersistentStream;
import io.axoniq.axonserver.connector.event.PersistentStreamCallbacks;
import io.axoniq.axonserver.connector.event.PersistentStreamProperties;
import io.axoniq.axonserver.connector.event.PersistentStreamSegment;
import io.axoniq.axonserver.grpc.streams.PersistentStreamEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** An application that reads a persistent stream, notes what it gets and acknowledges it, as long as it is told to. */
final class Reader implements AutoCloseable {

    /** An event where it came. */
    record Got(int segment, long token, boolean replay, String payload) {}

    final List<Got> got = new CopyOnWriteArrayList<>();
    final Map<Integer, PersistentStreamSegment> open = new ConcurrentHashMap<>();
    final AtomicBoolean ended = new AtomicBoolean();
    private final boolean acknowledging;
    private final PersistentStream stream;

    Reader(AxonServerConnection connection, String id, PersistentStreamProperties properties, boolean acknowledging) {
        this.acknowledging = acknowledging;
        var callbacks = new PersistentStreamCallbacks(
                segment -> open.put(segment.segment(), segment),
                this::closed,
                segment -> Thread.startVirtualThread(() -> take(segment)),
                failure -> ended.set(true));
        stream = connection.eventChannel().openPersistentStream(id, 100, 10, callbacks, properties);
    }

    private void closed(PersistentStreamSegment segment) {
        open.remove(segment.segment(), segment);
        segment.acknowledge(PersistentStreamSegment.PENDING_WORK_DONE_MARKER);
    }

    private void take(PersistentStreamSegment segment) {
        synchronized (segment) {
            try {
                while (!segment.isClosed()
                        && segment.nextIfAvailable(1, MILLISECONDS) instanceof PersistentStreamEvent event) {
                    var token = event.getEvent().getToken();
                    got.add(new Got(
                            segment.segment(),
                            token,
                            event.getReplay(),
                            Events.text(event.getEvent().getEvent())));
                    if (acknowledging) {
                        segment.acknowledge(token);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    PersistentStreamSegment segment(int number) {
        return java.util.Objects.requireNonNull(open.get(number));
    }

    List<Long> tokens() {
        return got.stream().map(Got::token).sorted().toList();
    }

    @Override
    public void close() {
        stream.close();
    }
}
