package io.voltledger.runtime;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

/**
 * How an event processor works: behind the threads that answer stations and operators. Its threads have the lowest
 * priority, which the system heeds where the JVM was started with {@code -XX:ThreadPriorityPolicy=1}: under more load
 * than the machine can bear, read models and billing fall behind and catch up, and stations are still answered.
 *
 * @param processor the name that its threads carry
 * @param workers how many segments it handles at once
 * @param moment how long events gather before they are handled together; zero to handle each at once
 */
public record BackgroundWork(String processor, int workers, Duration moment) {

    /** Gives a processor threads of its own, which end with {@code configuration}. */
    public PooledStreamingEventProcessor.Builder staff(
            Configuration configuration, PooledStreamingEventProcessor.Builder builder) {
        ScheduledExecutorService working = new GatheringExecutor(workers, threads("WorkPackage"), moment);
        ScheduledExecutorService coordinating = new ScheduledThreadPoolExecutor(1, threads("Coordinator"));
        configuration.onShutdown(() -> {
            working.shutdown();
            coordinating.shutdown();
        });
        return builder.workerExecutor(working).coordinatorExecutor(coordinating);
    }

    private ThreadFactory threads(String kind) {
        return new AxonThreadFactory(Thread.MIN_PRIORITY, new ThreadGroup(kind + "[" + processor + "]"));
    }
}
