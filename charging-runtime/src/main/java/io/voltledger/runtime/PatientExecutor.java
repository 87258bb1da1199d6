package io.voltledger.runtime;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The workers of an event processor that let events gather for a moment before they handle them: under load one
 * transaction then stores a batch, where workers that run at the first event would pay for a transaction, and a token,
 * for nearly each of them. It adds that moment to the time after which an event is seen. Where turns are scarce each
 * batch waits for its turn.
 */
final class PatientExecutor extends ScheduledThreadPoolExecutor {

    private final Duration moment;
    private final Turns turns;

    PatientExecutor(int workers, ThreadFactory threads, Duration moment, Turns turns) {
        super(workers, threads);
        this.moment = moment;
        this.turns = turns;
    }

    @Override
    public Future<?> submit(Runnable task) {
        long since = System.nanoTime();
        return schedule(() -> take(task, since), moment.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void take(Runnable task, long since) {
        long began = System.nanoTime();
        if (!turns.begin(since, began)) {
            ScheduledFuture<?> unused = schedule(() -> take(task, since), Turns.LOOK.toNanos(), TimeUnit.NANOSECONDS);
            return;
        }
        try {
            task.run();
        } finally {
            turns.done(began, System.nanoTime());
        }
    }
}
