package io.voltledger.node.store;

import java.util.Arrays;
import org.rocksdb.RocksDBException;

/** Names the entries in which the index of aggregates and the log differ; slow, and only asked when they do. */
final class IndexComparison {

    private final Database database;
    private final Faults faults;
    private final Verification.Progress progress;
    private long done;

    IndexComparison(Database database, Faults faults, Verification.Progress progress) {
        this.database = database;
        this.faults = faults;
        this.progress = progress;
    }

    void name() throws RocksDBException {
        var before = faults.count();
        try (var each = database.scan(Column.EVENTS)) {
            for (each.seekToFirst(); each.isValid(); each.next()) {
                seeEvent(each.key(), EventRecord.parse(each.value()));
                progress.at("events compared with the index", ++done);
            }
            each.status();
        }
        try (var each = database.scan(Column.AGGREGATES)) {
            for (each.seekToFirst(); each.isValid(); each.next()) {
                seeEntry(each.key(), each.value());
                progress.at("entries of the index and events compared", ++done);
            }
            each.status();
        }
        if (faults.count() == before) {
            faults.add("index", "the index of aggregates and the log differ");
        }
    }

    private void seeEvent(byte[] token, EventRecord event) {
        if (!event.isDomainEvent()) {
            return;
        }
        var key = Keys.of(event.aggregateId(), event.sequence());
        if (!Arrays.equals(database.get(Column.AGGREGATES, key), token)) {
            faults.add(
                    "index",
                    "event %d, %s, is not in the index"
                            .formatted(Keys.number(token), Keys.text(Column.AGGREGATES, key)));
        }
    }

    private void seeEntry(byte[] key, byte[] token) {
        var stored = database.get(Column.EVENTS, token);
        var event = stored == null ? null : EventRecord.parse(stored);
        if (event == null || !Arrays.equals(Keys.of(event.aggregateId(), event.sequence()), key)) {
            faults.add("index", "event %d is not %s".formatted(Keys.number(token), Keys.text(Column.AGGREGATES, key)));
        }
    }
}
