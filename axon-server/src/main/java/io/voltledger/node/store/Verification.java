package io.voltledger.node.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.rocksdb.RocksDBException;

/**
 * Walks a whole store that no node uses, without changing it: the checksum of each block of each file, tokens and sequences without gaps, the index of
 * aggregates against the log, snapshots, the index of times, schedules.
 */
public final class Verification {

    private static final long INTERVAL = 5_000_000_000L;

    /**
     * What was found.
     *
     * @param events that could be read
     * @param aggregates in their index
     * @param faults how many
     */
    public record Result(long events, long aggregates, long snapshots, long schedules, long faults) {}

    private final Consumer<String> progress;
    private final Faults faults;
    private long shown = System.nanoTime();

    private Verification(Consumer<String> progress, Faults faults) {
        this.progress = progress;
        this.faults = faults;
    }

    /** Verifies a context's directory; the listeners hear of progress and of each fault, in words. */
    public static Result verify(Path directory, Consumer<String> progress, Consumer<String> faults) {
        var verification = new Verification(progress, new Faults(faults));
        try (var database = Database.openForReading(directory)) {
            return verification.walk(database);
        } catch (StoreException | RocksDBException e) {
            verification.faults.add("store", String.valueOf(e.getMessage()));
            return new Result(0, 0, 0, 0, verification.faults.count());
        }
    }

    private Result walk(Database database) throws RocksDBException {
        for (var torn : database.torn()) {
            progress.accept("a write that did not finish, which the next start cuts off: " + torn.text());
        }
        new TableFiles(database, faults, this::tell).check();
        var events = new EventWalk(database, faults, this::tell);
        events.walk();
        checkEnd(database, events.lastToken());
        var aggregates = new AggregateWalk(database, faults, this::tell, events.lastToken());
        aggregates.walk();
        if (events.index() != aggregates.index() && !events.failed() && !aggregates.failed()) {
            new IndexComparison(database, faults, this::tell).name();
        }
        var snapshots = new SnapshotWalk(database, faults);
        snapshots.walk();
        return new Result(
                events.count(), aggregates.count(), snapshots.snapshots(), snapshots.schedules(), faults.count());
    }

    private void checkEnd(Database database, long lastToken) {
        try {
            var mark = Watermark.read(database.directory());
            if (mark.isPresent() && mark.get().token() > lastToken) {
                faults.add(
                        "end",
                        "events %d to %d were stored and are missing"
                                .formatted(lastToken + 1, mark.get().token()));
            }
        } catch (java.io.IOException e) {
            faults.add("end", "%s cannot be read: %s".formatted(Watermark.FILE, e));
        }
    }

    /** Tells of progress every few seconds. */
    private void tell(String what, long done) {
        if (System.nanoTime() - shown > INTERVAL) {
            shown = System.nanoTime();
            progress.accept(String.format(Locale.ROOT, "%s: %,d", what, done));
        }
    }

    /** Hears how far a walk is. */
    interface Progress {
        void at(String what, long done);
    }
}
