package io.voltledger.node.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * The writer thread's view of the log: what is stored plus what is staged for the next group. It gives out tokens, checks sequences and collects
 * the puts. After a failed write it forgets what was staged and starts again from what is stored.
 */
final class Staging {

    private final Database database;
    private final WriteBatch batch = new WriteBatch();
    private final SequenceCache sequences = new SequenceCache();
    private final List<StoredEvent> staged = new ArrayList<>();
    private final Map<String, ScheduledEvent> schedules = new HashMap<>();
    private long nextToken;
    private long latestTime;
    private long snapshots;

    Staging(Database database) {
        this.database = database;
        reload();
    }

    /** Forgets what is staged and reads where the log stands. */
    void reload() {
        clear();
        sequences.clear();
        nextToken = lastNumber(Column.EVENTS) + 1;
        latestTime = lastNumber(Column.TIMES);
        snapshots = lastSnapshot();
        schedules.clear();
        try (var each = database.scan(Column.SCHEDULES)) {
            for (each.seekToFirst(); each.isValid(); each.next()) {
                var id = new String(each.key(), java.nio.charset.StandardCharsets.UTF_8);
                schedules.put(id, ScheduledEvent.of(id, each.value()));
            }
            each.status();
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }

    /** Forgets the group: it is written, or will never be. */
    void clear() {
        batch.clear();
        staged.clear();
        sequences.trim();
    }

    /** Stages events that must continue their aggregates' sequences; returns the token of the first. */
    long addEvents(List<EventRecord> events) throws RocksDBException {
        var next = nextSequences(events);
        var first = nextToken;
        for (var event : events) {
            put(event);
        }
        next.forEach((aggregate, sequence) -> sequences.put(aggregate, sequence - 1));
        return first;
    }

    void addSnapshot(EventRecord snapshot) throws RocksDBException {
        var highest = highestSequence(snapshot.aggregateId(), snapshot.sequence());
        if (snapshot.sequence() > highest) {
            throw StoreException.sequence(snapshot.aggregateId(), snapshot.sequence(), highest);
        }
        var key = Keys.of(snapshot.aggregateId(), snapshots++);
        batch.put(database.column(Column.SNAPSHOTS), key, snapshot.asSnapshot().bytes());
        batch.put(SnapshotCount.KEY, Keys.number(snapshots));
    }

    void addSchedule(ScheduledEvent event) throws RocksDBException {
        batch.put(database.column(Column.SCHEDULES), Keys.text(event.id()), event.value());
        schedules.put(event.id(), event);
    }

    /** Takes a scheduled event away; null when it has fired or was cancelled before. */
    @Nullable ScheduledEvent removeSchedule(String id) throws RocksDBException {
        var event = schedules.remove(id);
        if (event != null) {
            batch.delete(database.column(Column.SCHEDULES), Keys.text(id));
        }
        return event;
    }

    @Nullable ScheduledEvent findSchedule(String id) {
        return schedules.get(id);
    }

    List<ScheduledEvent> schedules() {
        return List.copyOf(schedules.values());
    }

    WriteBatch batch() {
        return batch;
    }

    List<StoredEvent> stagedEvents() {
        return staged;
    }

    long lastToken() {
        return nextToken - 1;
    }

    private Map<String, Long> nextSequences(List<EventRecord> events) {
        var next = new HashMap<String, Long>(4);
        for (var event : events) {
            if (!event.isDomainEvent()) {
                continue;
            }
            var known = next.get(event.aggregateId());
            var expected = known != null ? known : highestSequence(event.aggregateId(), event.sequence()) + 1;
            if (event.sequence() != expected) {
                throw StoreException.sequence(event.aggregateId(), event.sequence(), expected);
            }
            next.put(event.aggregateId(), expected + 1);
        }
        return next;
    }

    private void put(EventRecord event) throws RocksDBException {
        var token = Keys.number(nextToken);
        batch.put(database.column(Column.EVENTS), token, event.bytes());
        if (event.isDomainEvent()) {
            batch.put(database.column(Column.AGGREGATES), Keys.of(event.aggregateId(), event.sequence()), token);
        }
        if (event.timestamp() > latestTime || nextToken == 0) {
            latestTime = Math.max(0, event.timestamp());
            batch.put(database.column(Column.TIMES), Keys.number(latestTime), token);
        }
        staged.add(new StoredEvent(nextToken++, event.bytes()));
    }

    /** The asked sequence is a hint: a first event is the common case of an aggregate that is not in the cache, and costs one filtered look-up. */
    private long highestSequence(String aggregate, long asked) {
        var cached = sequences.find(aggregate);
        if (cached != null) {
            return cached;
        }
        if (asked == 0 && database.get(Column.AGGREGATES, Keys.of(aggregate, 0)) == null) {
            return -1;
        }
        return Aggregates.highestSequence(database, aggregate);
    }

    private long lastNumber(Column column) {
        try (var last = database.iterate(column)) {
            last.seekToLast();
            last.status();
            return last.isValid() ? Keys.number(last.key()) : -1;
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }

    private long lastSnapshot() {
        var count = database.getDefault(SnapshotCount.KEY);
        return count == null ? 0 : Keys.number(count);
    }

    /** Snapshots are numbered in the order of storing; the count lives in the default column family. */
    private static final class SnapshotCount {
        static final byte[] KEY = Keys.text("snapshot-count");
    }
}
