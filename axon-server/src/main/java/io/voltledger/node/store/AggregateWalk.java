package io.voltledger.node.store;

import org.rocksdb.RocksDBException;

/** Reads the whole index of aggregates: sequences from 0 on without gaps, tokens that are in the log. */
final class AggregateWalk {

    private final Database database;
    private final Faults faults;
    private final Verification.Progress progress;
    private final long lastToken;
    private final IndexHash index = new IndexHash();
    private byte[] previous = {};
    private long count;
    private long entries;
    private boolean failed;

    AggregateWalk(Database database, Faults faults, Verification.Progress progress, long lastToken) {
        this.database = database;
        this.faults = faults;
        this.progress = progress;
        this.lastToken = lastToken;
    }

    void walk() {
        try (var each = database.scan(Column.AGGREGATES)) {
            for (each.seekToFirst(); each.isValid(); each.next()) {
                see(each.key(), each.value());
                progress.at("entries of the index of aggregates", ++entries);
            }
            each.status();
        } catch (RocksDBException e) {
            failed = true;
            var after = previous.length == 0 ? "at its start" : "after " + Keys.text(Column.AGGREGATES, previous);
            faults.add("read", "column aggregates cannot be read %s: %s".formatted(after, e.getMessage()));
        }
    }

    private void see(byte[] key, byte[] value) {
        if (key.length < Integer.BYTES + Long.BYTES || value.length != Long.BYTES) {
            faults.add("index", "column aggregates has a malformed entry");
            return;
        }
        var same = previous.length > 0 && Keys.sameIdentifier(previous, key);
        var due = same ? Keys.tail(previous) + 1 : 0;
        if (Keys.tail(key) != due) {
            faults.add("sequences", "%s follows where %d is due".formatted(Keys.text(Column.AGGREGATES, key), due));
        }
        var token = Keys.number(value);
        if (token < 0 || token > lastToken) {
            faults.add(
                    "index",
                    "%s is said to be event %d, which is not in the log"
                            .formatted(Keys.text(Column.AGGREGATES, key), token));
        }
        count += same ? 0 : 1;
        index.add(key, token);
        previous = key;
    }

    /** Aggregates. */
    long count() {
        return count;
    }

    long index() {
        return index.sum();
    }

    boolean failed() {
        return failed;
    }
}
