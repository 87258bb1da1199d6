package io.voltledger.node.store;

import io.axoniq.axonserver.grpc.event.Event;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/** The kinds of writes. */
final class Writes {

    private Writes() {}

    /** All events of a transaction; its answer is the token of the first. */
    static final class Append extends Write<Long> {
        private final List<EventRecord> events;
        private final int weight;

        Append(List<EventRecord> events) {
            this.events = events;
            weight = events.stream().mapToInt(event -> event.bytes().length).sum();
        }

        @Override
        Long stage(Staging staging) throws RocksDBException {
            return staging.addEvents(events);
        }

        @Override
        int weight() {
            return weight;
        }
    }

    static final class Snapshot extends Write<Boolean> {
        private final EventRecord snapshot;

        Snapshot(EventRecord snapshot) {
            this.snapshot = snapshot;
        }

        @Override
        Boolean stage(Staging staging) throws RocksDBException {
            staging.addSnapshot(snapshot);
            return true;
        }

        @Override
        int weight() {
            return snapshot.bytes().length;
        }
    }

    /** Adds a scheduled event and takes another away, if one is named. */
    static final class Schedule extends Write<ScheduledEvent> {
        private final ScheduledEvent event;
        private final @Nullable String replaced;

        Schedule(ScheduledEvent event, @Nullable String replaced) {
            this.event = event;
            this.replaced = replaced;
        }

        @Override
        ScheduledEvent stage(Staging staging) throws RocksDBException {
            if (replaced != null) {
                staging.removeSchedule(replaced);
            }
            staging.addSchedule(event);
            return event;
        }

        @Override
        int weight() {
            return event.event().length;
        }
    }

    /** Takes a scheduled event away; its answer says whether it was still waiting. */
    static final class Cancel extends Write<Boolean> {
        private final String id;

        Cancel(String id) {
            this.id = id;
        }

        @Override
        Boolean stage(Staging staging) throws RocksDBException {
            return staging.removeSchedule(id) != null;
        }

        @Override
        int weight() {
            return id.length();
        }
    }

    /** Moves a due event from the schedule to the log in one write, so that it is published exactly once. */
    static final class Publish extends Write<Boolean> {
        private final String id;
        private final Clock clock;

        Publish(String id, Clock clock) {
            this.id = id;
            this.clock = clock;
        }

        @Override
        Boolean stage(Staging staging) throws RocksDBException {
            var due = staging.findSchedule(id);
            if (due == null) {
                return false;
            }
            staging.addEvents(List.of(stamped(due)));
            staging.removeSchedule(id);
            return true;
        }

        private EventRecord stamped(ScheduledEvent due) {
            try {
                var event = Event.parseFrom(due.event()).toBuilder().setTimestamp(clock.millis());
                return EventRecord.of(event.build());
            } catch (IOException e) {
                throw StoreException.read(e);
            }
        }

        @Override
        int weight() {
            return id.length();
        }
    }
}
