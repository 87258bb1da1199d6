package io.voltledger.runtime;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The workers of an event processor that let events gather for a moment before they handle them: under load one
 * transaction then stores a batch, where workers that run at the first event would pay for a transaction, and a token,
 * for nearly each of them. It adds that moment to the time after which an event is seen.
 */
final class GatheringExecutor extends ScheduledThreadPoolExecutor {

    private final Duration moment;

    GatheringExecutor(int workers, ThreadFactory threads, Duration moment) {
        super(workers, threads);
        this.moment = moment;
    }

    @Override
    public Future<?> submit(Runnable task) {
        return schedule(task, moment.toNanos(), TimeUnit.NANOSECONDS);
    }
}
