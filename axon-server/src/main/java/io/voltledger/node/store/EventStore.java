package io.voltledger.node.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/**
 * The event store of one context. Appends go through one writer that commits in groups; an append's answer comes when it is durable. Events become
 * visible to the log's readers in the order of their tokens, without gaps. Failures are {@link StoreException}s.
 */
public final class EventStore implements AutoCloseable {

    private final Database database;
    private final GroupCommit writer;
    private final RecentEvents recent = new RecentEvents();
    private final List<Runnable> headListeners = new CopyOnWriteArrayList<>();
    private final Schedule schedule;
    private final Notes notes;
    private final Marking marking;
    private final LongAdder appends = new LongAdder();
    private final LongAdder appendedEvents = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private volatile long lastToken;

    private EventStore(Database database, SyncMode sync, DiskSpace space, Clock clock) {
        var name = String.valueOf(database.directory().getFileName());
        this.database = database;
        var staging = new Staging(database);
        lastToken = staging.lastToken();
        Inventory.check(database, lastToken);
        var waiting = staging.schedules();
        marking = new Marking(database, sync, name, () -> lastToken);
        writer = new GroupCommit(database, staging, space, name, this::publish, this::mended);
        notes = new Notes(database, writer);
        schedule = new Schedule(writer, clock, name);
        schedule.resume(waiting);
    }

    private static EventStore open(Database database, SyncMode sync, DiskSpace space, Clock clock) {
        try {
            return new EventStore(database, sync, space, clock);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Opens the store in a directory, or makes one there; appends are refused while the disk has less than the reserve left. */
    public static EventStore open(Path directory, SyncMode sync, long diskReserve, Clock clock) {
        var parent = directory.toAbsolutePath().getParent();
        var space = DiskSpace.of(parent == null ? directory : parent, diskReserve);
        return open(Database.open(directory, sync == SyncMode.EVERY_COMMIT), sync, space, clock);
    }

    static EventStore open(Path directory, DiskSpace space, Clock clock) {
        return open(Database.open(directory, true), SyncMode.EVERY_COMMIT, space, clock);
    }

    /** Appends all events or none; the answer is the token of the first. */
    public CompletableFuture<Long> append(List<EventRecord> events) {
        appends.increment();
        return writer.submit(new Writes.Append(events));
    }

    public CompletableFuture<Boolean> appendSnapshot(EventRecord snapshot) {
        return writer.submit(new Writes.Snapshot(snapshot));
    }

    /** Publishes an event at an instant, at once if that has passed; in place of another scheduled event if one is named. */
    public CompletableFuture<String> schedule(long due, byte[] event, @Nullable String replaced) {
        return schedule.add(new ScheduledEvent(UUID.randomUUID().toString(), due, event), replaced);
    }

    /** Cancels a scheduled event; the answer says whether it was still waiting. */
    public CompletableFuture<Boolean> cancelSchedule(String id) {
        return schedule.cancel(id);
    }

    /** What is kept beside the events. */
    public Notes notes() {
        return notes;
    }

    /** Token of the newest event, -1 while there is none. */
    public long lastToken() {
        return lastToken;
    }

    /** First token of an event at or after the instant; -1 when that is before the first event or there is none; past the end the next token. */
    public long tokenAt(long instant) {
        var last = lastToken;
        try (var times = database.iterate(Column.TIMES)) {
            times.seekToFirst();
            if (!times.isValid() || instant < Keys.number(times.key())) {
                return -1;
            }
            times.seek(Keys.number(instant));
            times.status();
            return times.isValid() ? Keys.number(times.value()) : last + 1;
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }

    /** Highest sequence of an aggregate, -1 where it is unknown. */
    public long highestSequence(String aggregate) {
        return Aggregates.highestSequence(database, aggregate);
    }

    /** Snapshots of an aggregate with a sequence in the range (both ends included), the last stored first. */
    public List<EventRecord> snapshots(String aggregate, long from, long to, int limit) {
        return Aggregates.snapshots(database, aggregate, from, to, limit);
    }

    public Optional<EventRecord> lastSnapshot(String aggregate) {
        return snapshots(aggregate, 0, Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** Reads an aggregate's events from a sequence on, up to but without the end. */
    public AggregateCursor readAggregate(String aggregate, long from, long end) {
        return new AggregateCursor(database, recent, aggregate, from, end);
    }

    /** Reads all snapshots. */
    public SnapshotCursor readSnapshots() {
        return new SnapshotCursor(database);
    }

    /** Reads the log from a token on. */
    public LogCursor readLog(long token) {
        return new LogCursor(database, recent, this, token);
    }

    /** Calls the listener, on the writer's thread, whenever there are new events; the answer ends that. */
    public Runnable onNewEvents(Runnable listener) {
        headListeners.add(listener);
        return () -> headListeners.remove(listener);
    }

    /**
     * Makes a consistent copy in a directory that does not exist yet, while appends go on; the answer is the newest token that is in it for sure. Files
     * that never change are linked, not copied, where both are on one disk.
     */
    public long backup(Path target) {
        var token = lastToken;
        var sequence = database.sequence();
        database.copyTo(target);
        try (var mark = Watermark.Writer.open(target)) {
            mark.write(new Watermark(sequence, token, -1, 0, true));
        } catch (java.io.IOException e) {
            throw StoreException.write(e);
        }
        return token;
    }

    /** Whether appends are taken now: the disk has room and the log is sound. */
    public boolean isWritable() {
        return writer.isWritable();
    }

    /** Transactions that were offered since the start. */
    public long appends() {
        return appends.sum();
    }

    /** Events stored since the start. */
    public long appendedEvents() {
        return appendedEvents.sum();
    }

    /** What the check of the files cut off when the store was opened; nothing where the store had been closed. */
    public List<CutEnd> cutEnds() {
        return database.torn().stream().map(CutEnd::of).toList();
    }

    /** Bytes of unfinished writes that were cut off the end of the log when the store was opened. */
    public long cutBytes() {
        return cutEnds().stream().mapToLong(CutEnd::bytes).sum();
    }

    /** Groups written since the start. */
    public long commits() {
        return commits.sum();
    }

    private void publish(Staging staging) {
        var events = staging.stagedEvents();
        commits.increment();
        appendedEvents.add(events.size());
        if (!events.isEmpty()) {
            events.forEach(recent::add);
            lastToken = staging.lastToken();
            headListeners.forEach(Runnable::run);
        }
    }

    /** The database was opened anew after a failed write: what that write left in the log counts. */
    private void mended(Staging staging) {
        if (staging.lastToken() < lastToken) {
            throw StartCheck.damaged(
                    database.directory(),
                    "events %d to %d are missing after a failed write".formatted(staging.lastToken() + 1, lastToken));
        }
        lastToken = staging.lastToken();
        schedule.resume(staging.schedules());
        headListeners.forEach(Runnable::run);
    }

    /** Writes what has been submitted and closes. No reader may be at work any more. */
    @Override
    public void close() {
        schedule.close();
        writer.close();
        marking.close();
        database.close();
    }
}
