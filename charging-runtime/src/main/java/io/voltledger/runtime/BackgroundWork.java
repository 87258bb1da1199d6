package io.voltledger.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.Message;
import org.axonframework.micrometer.EventProcessorLatencyMonitor;
import org.axonframework.monitoring.MessageMonitor;

/**
 * How an event processor works: behind the threads that answer stations and operators. Its threads have the lowest
 * priority, which the system heeds where the JVM was started with {@code -XX:ThreadPriorityPolicy=1}; and while
 * {@link Callers} are a crowd, processors take turns. Under more load than the machine can bear, read models and billing
 * fall behind and catch up, and stations are still answered.
 *
 * @param processor the name that its threads carry
 * @param workers how many segments it handles at once
 * @param moment how long events gather before they are handled together; zero to handle each at once
 */
public record BackgroundWork(String processor, int workers, Duration moment) {

    /** Gives a processor threads of its own, which end with {@code configuration}. */
    public PooledStreamingEventProcessor.Builder staff(
            Configuration configuration, PooledStreamingEventProcessor.Builder builder) {
        Turns turns = configuration.getComponent(Turns.class, () -> new Turns(new Callers()));
        ScheduledExecutorService working = new PatientExecutor(workers, threads("WorkPackage"), moment, turns);
        ScheduledExecutorService coordinating = new CoordinatingExecutor(threads("Coordinator"), turns);
        configuration.onShutdown(() -> {
            working.shutdown();
            coordinating.shutdown();
        });
        return builder.workerExecutor(working)
                .coordinatorExecutor(coordinating)
                .messageMonitor(lag(configuration.getComponent(MeterRegistry.class, () -> Metrics.globalRegistry)));
    }

    /** How far it is behind; a timer and counters for each event would cost as much as handling it. */
    private MessageMonitor<Message<?>> lag(MeterRegistry meters) {
        EventProcessorLatencyMonitor latency = EventProcessorLatencyMonitor.buildMonitor(
                "eventProcessor", meters, event -> Tags.of("processorName", processor));
        return message -> latency.onMessageIngested((EventMessage<?>) message);
    }

    private ThreadFactory threads(String kind) {
        return new AxonThreadFactory(Thread.MIN_PRIORITY, new ThreadGroup(kind + "[" + processor + "]"));
    }
}
