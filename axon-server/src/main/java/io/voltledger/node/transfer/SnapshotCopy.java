package io.voltledger.node.transfer;

import io.axoniq.axonserver.grpc.event.Event;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Copies the snapshots of aggregates that the target lacks, oldest first, several aggregates at a time, and compares what both ends have then. */
final class SnapshotCopy {

    private static final int AT_A_TIME = 32;
    private static final int MOST = 10_000;

    private final CopyEnd source;
    private final CopyEnd target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final AtomicLong count = new AtomicLong();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    SnapshotCopy(CopyEnd source, CopyEnd target) {
        this.source = source;
        this.target = target;
    }

    /** Begins with an aggregate's; throws what went wrong with an earlier one. */
    void copy(String aggregate) throws InterruptedException {
        check();
        free.acquire();
        threads.execute(() -> {
            try {
                count.addAndGet(copyAll(aggregate));
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                free.release();
            }
        });
    }

    private int copyAll(String aggregate) {
        var wanted = snapshots(source, aggregate);
        if (wanted.isEmpty()) {
            return 0;
        }
        var present = snapshots(target, aggregate);
        if (present.size() > wanted.size() || !wanted.subList(0, present.size()).equals(present)) {
            throw new TransferException("%s has other snapshots of aggregate %s".formatted(target, aggregate));
        }
        for (var snapshot : wanted.subList(present.size(), wanted.size())) {
            target.answer(target.events().appendSnapshot(snapshot));
        }
        if (present.size() < wanted.size() && !snapshots(target, aggregate).equals(wanted)) {
            throw new TransferException("%s has not taken all snapshots of aggregate %s".formatted(target, aggregate));
        }
        return wanted.size();
    }

    /** An aggregate's snapshots, the oldest first; servers give the newest first. */
    private static List<Event> snapshots(CopyEnd end, String aggregate) {
        try {
            return end.events()
                    .loadSnapshots(aggregate, 0, Long.MAX_VALUE, MOST)
                    .asStream()
                    .toList()
                    .reversed();
        } catch (RuntimeException e) {
            throw end.failed(e);
        }
    }

    /** Waits for all; the answer is how many snapshots both ends have. */
    long finish() throws InterruptedException {
        free.acquire(AT_A_TIME);
        threads.close();
        check();
        return count.get();
    }

    private void check() {
        var cause = failure.get();
        if (cause != null) {
            threads.close();
            throw cause;
        }
    }
}
