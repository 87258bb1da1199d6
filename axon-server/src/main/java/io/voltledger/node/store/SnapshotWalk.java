package io.voltledger.node.store;

import java.io.UncheckedIOException;
import org.rocksdb.RocksDBException;

/** Reads all snapshots and schedules: they can be read, belong where they are, and no snapshot is ahead of its aggregate. */
final class SnapshotWalk {

    private final Database database;
    private final Faults faults;
    private final long numbers;
    private long snapshots;
    private long schedules;

    SnapshotWalk(Database database, Faults faults) {
        this.database = database;
        this.faults = faults;
        var count = database.getDefault(Keys.text("snapshot-count"));
        numbers = count == null ? 0 : Keys.number(count);
    }

    void walk() {
        walk(Column.SNAPSHOTS, this::seeSnapshot);
        walk(Column.SCHEDULES, this::seeSchedule);
    }

    private interface Entry {
        void see(byte[] key, byte[] value);
    }

    private void walk(Column column, Entry entry) {
        try (var each = database.scan(column)) {
            for (each.seekToFirst(); each.isValid(); each.next()) {
                see(column, entry, each.key(), each.value());
            }
            each.status();
        } catch (RocksDBException e) {
            faults.add("read", "column %s cannot be read: %s".formatted(column.id(), e.getMessage()));
        }
    }

    private void see(Column column, Entry entry, byte[] key, byte[] value) {
        try {
            entry.see(key, value);
        } catch (UncheckedIOException | java.nio.BufferUnderflowException e) {
            faults.add(column.id(), "%s cannot be read: %s".formatted(Keys.text(column, key), e.getMessage()));
        }
    }

    private void seeSnapshot(byte[] key, byte[] value) {
        snapshots++;
        var snapshot = EventRecord.parse(value);
        var place = Keys.text(Column.SNAPSHOTS, key);
        if (!Keys.sameIdentifier(key, Keys.of(snapshot.aggregateId(), 0))) {
            faults.add("snapshots", "%s is of aggregate %s".formatted(place, snapshot.aggregateId()));
        }
        if (snapshot.sequence() > Aggregates.highestSequence(database, snapshot.aggregateId())) {
            faults.add(
                    "snapshots",
                    "%s has sequence %d, which its aggregate has not reached".formatted(place, snapshot.sequence()));
        }
        if (Keys.tail(key) >= numbers) {
            faults.add("snapshots", "%s is newer than the last that was counted, %d".formatted(place, numbers - 1));
        }
    }

    private void seeSchedule(byte[] key, byte[] value) {
        schedules++;
        EventRecord.parse(
                ScheduledEvent.of(Keys.text(Column.SCHEDULES, key), value).event());
    }

    long snapshots() {
        return snapshots;
    }

    long schedules() {
        return schedules;
    }
}
