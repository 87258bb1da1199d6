package io.voltledger.runtime;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The coordinator of an event processor, which hands events to the workers. Where turns are scarce it does so four times a second, many at once. */
final class CoordinatingExecutor extends ScheduledThreadPoolExecutor {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Turns turns;

    CoordinatingExecutor(ThreadFactory threads, Turns turns) {
        super(1, threads);
        this.turns = turns;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        long nanos = unit.toNanos(delay);
        return super.schedule(task, turns.areScarce() ? Math.max(nanos, PAUSE.toNanos()) : nanos, TimeUnit.NANOSECONDS);
    }
}
