package io.voltledger.node.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a store. While a group is being written and synced the next writes gather in the queue; then all of them become one batch, one
 * synced write, and are acknowledged together. No timer holds a write back, so a single client waits for one sync and a hundred clients share one.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST_WRITES = 4096;
    private static final int MOST_BYTES = 8 << 20;
    private static final long RETRY_NANOS = 1_000_000_000L;

    private final Database database;
    private final Staging staging;
    private final DiskSpace space;
    private final Consumer<Staging> published;
    private final Consumer<Staging> mended;
    private final BlockingQueue<Write<?>> queue = new LinkedBlockingQueue<>();
    private final List<Write<?>> group = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();
    private final Thread writer;
    private volatile boolean open = true;
    private volatile boolean writable;
    private @Nullable StoreException broken;
    private long failedAt;
    private long toldAt;
    private long untold;

    /** The first listener hears of each group that was written, the second when the database was opened anew after a failed write. */
    GroupCommit(
            Database database,
            Staging staging,
            DiskSpace space,
            String name,
            Consumer<Staging> published,
            Consumer<Staging> mended) {
        this.database = database;
        this.staging = staging;
        this.space = space;
        this.published = published;
        this.mended = mended;
        writable = space.isEnough();
        writer = Thread.ofPlatform().name("node-writer-" + name).daemon(true).start(this::run);
    }

    <T> CompletableFuture<T> submit(Write<T> write) {
        if (!open) {
            return CompletableFuture.failedFuture(StoreException.closed());
        }
        queue.add(write);
        if (!open && queue.remove(write)) {
            write.fail(StoreException.closed());
        }
        return write.outcome();
    }

    private void run() {
        try {
            while (true) {
                gather();
                commit();
            }
        } catch (InterruptedException e) {
            drain();
        }
    }

    private void gather() throws InterruptedException {
        group.clear();
        answers.clear();
        var next = writable ? queue.take() : queue.poll(RETRY_NANOS, TimeUnit.NANOSECONDS);
        var bytes = 0;
        while (next != null) {
            group.add(next);
            bytes += next.weight();
            next = group.size() < MOST_WRITES && bytes < MOST_BYTES ? queue.poll() : null;
        }
    }

    private void commit() {
        try {
            space.check();
            mend();
            group.removeIf(write -> !stage(write));
            database.write(staging.batch());
            published.accept(staging);
            staging.clear();
            writable = true;
        } catch (RocksDBException | RuntimeException e) {
            fail(e);
            return;
        }
        answers.forEach(Runnable::run);
    }

    private boolean stage(Write<?> write) {
        try {
            answers.add(write.stageInto(staging));
            return true;
        } catch (StoreException refused) {
            answers.add(() -> write.fail(refused));
            return false;
        } catch (RocksDBException e) {
            throw StoreException.write(e);
        }
    }

    private void fail(Exception cause) {
        var failure = cause instanceof StoreException known ? known : StoreException.write(cause);
        if (failure.reason() != StoreException.Reason.DISK_FULL && failure != broken) {
            log.error("A group of {} writes failed", group.size(), cause);
            broken = failure;
            failedAt = System.nanoTime();
        } else {
            tellRefused(failure);
        }
        writable = false;
        answers.clear();
        group.forEach(write -> write.fail(failure));
        staging.clear();
    }

    /** A line a second at most, for a full disk may be the one that the log is on. */
    private void tellRefused(StoreException failure) {
        untold += group.size();
        var now = System.nanoTime();
        if (untold > 0 && (toldAt == 0 || now - toldAt > RETRY_NANOS)) {
            log.warn("{} writes refused: {}", untold, failure.getMessage());
            untold = 0;
            toldAt = now;
        }
    }

    /** After a failed write the database is opened anew, tried once a second; what was staged is forgotten and the state read again. */
    private void mend() {
        if (broken != null) {
            if (System.nanoTime() - failedAt < RETRY_NANOS) {
                throw broken;
            }
            database.reopen();
            staging.reload();
            mended.accept(staging);
            broken = null;
            log.info("The store takes writes again");
        }
    }

    /** Whether the last group could be written. */
    boolean isWritable() {
        return open && writable;
    }

    private void drain() {
        group.clear();
        answers.clear();
        queue.drainTo(group);
        if (!group.isEmpty()) {
            commit();
        }
    }

    /** Writes what is in the queue, then stops. */
    @Override
    public void close() {
        open = false;
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.forEach(write -> write.fail(StoreException.closed()));
    }
}
