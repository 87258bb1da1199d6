package io.voltledger.runtime;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;

/**
 * The workers of an event processor that let events gather for a moment before they handle them: under load one
 * transaction then stores a batch, where workers that run at the first event would pay for a transaction, and a token,
 * for nearly each of them. It adds that moment to the time after which an event is seen.
 */
public final class GatheringExecutor extends ScheduledThreadPoolExecutor {

    private final Duration moment;

    /**
     * @param processor the name that its threads carry
     * @param workers how many segments it handles at once
     * @param moment how long events gather; zero to handle each at once
     */
    public GatheringExecutor(String processor, int workers, Duration moment) {
        super(workers, new AxonThreadFactory("WorkPackage[" + processor + "]"));
        this.moment = moment;
    }

    @Override
    public Future<?> submit(Runnable task) {
        return schedule(task, moment.toNanos(), TimeUnit.NANOSECONDS);
    }
}
