package io.voltledger.node.store;

import java.io.UncheckedIOException;
import org.rocksdb.RocksDBException;

/** Reads the whole log: tokens without gaps, events that can be read, and beside them the index of times. */
final class EventWalk {

    private final Database database;
    private final Faults faults;
    private final Verification.Progress progress;
    private final IndexHash index = new IndexHash();
    private long expected;
    private long count;
    private long latest = -1;
    private boolean failed;

    EventWalk(Database database, Faults faults, Verification.Progress progress) {
        this.database = database;
        this.faults = faults;
        this.progress = progress;
    }

    void walk() throws RocksDBException {
        try (var times = database.scan(Column.TIMES)) {
            times.seekToFirst();
            for (var step = 1L; !walkFrom(expected, times) && step > 0; step *= 2) {
                skip(step);
            }
            if (!failed && times.isValid()) {
                faults.add(
                        "times",
                        "the index of times has an entry for token %d that no event brought"
                                .formatted(Keys.number(times.value())));
            }
            times.status();
        }
    }

    /** Reads on from a token; answers whether the end was reached. */
    private boolean walkFrom(long token, Scan times) {
        try (var each = database.scan(Column.EVENTS)) {
            for (each.seek(Keys.number(token)); each.isValid(); each.next()) {
                see(Keys.number(each.key()), each.value(), times);
            }
            each.status();
            return true;
        } catch (RocksDBException e) {
            if (!failed) {
                faults.add(
                        "read",
                        "column events cannot be read from token %d on: %s".formatted(expected, e.getMessage()));
            }
            failed = true;
            return false;
        }
    }

    private void skip(long step) {
        expected += step;
    }

    private void see(long token, byte[] bytes, Scan times) {
        if (token != expected && !failed) {
            faults.add("tokens", "events %d to %d are missing".formatted(expected, token - 1));
        }
        expected = token + 1;
        count++;
        progress.at("events", count);
        try {
            see(token, EventRecord.parse(bytes), times);
        } catch (UncheckedIOException e) {
            faults.add("events", "event %d is no event: %s".formatted(token, e.getMessage()));
        }
    }

    private void see(long token, EventRecord event, Scan times) {
        if (event.isDomainEvent()) {
            index.add(Keys.of(event.aggregateId(), event.sequence()), token);
        }
        if (event.timestamp() > latest || token == 0) {
            latest = Math.max(0, event.timestamp());
            if (!failed) {
                compare(token, times);
            }
        }
    }

    private void compare(long token, Scan times) {
        if (!times.isValid() || Keys.number(times.key()) != latest || Keys.number(times.value()) != token) {
            faults.add("times", "the index of times has no entry of %d for event %d".formatted(latest, token));
        } else {
            times.next();
        }
    }

    long lastToken() {
        return expected - 1;
    }

    long count() {
        return count;
    }

    long index() {
        return index.sum();
    }

    /** Whether a part could not be read. */
    boolean failed() {
        return failed;
    }
}
