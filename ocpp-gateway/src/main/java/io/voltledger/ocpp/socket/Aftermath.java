package io.voltledger.ocpp.socket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears up what this node left behind when it died: when it starts and now and then, since the read model that tells of
 * it may learn a little late.
 */
public final class Aftermath {

    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

    /** What is younger may still be on its way to this node. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Task> tasks;
    private final Clock clock;
    private final Duration interval;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("aftermath").factory());

    /** One kind of thing that may be left behind. */
    public interface Task {

        /** @param before leaves out what is younger */
        CompletableFuture<?> clearUp(Instant before);
    }

    public Aftermath(List<Task> tasks, Clock clock, Duration interval) {
        this.tasks = List.copyOf(tasks);
        this.clock = clock;
        this.interval = interval;
    }

    public void start() {
        var unused = timer.scheduleWithFixedDelay(
                () -> tasks.forEach(this::clearUp), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void stop() {
        timer.shutdownNow();
    }

    private void clearUp(Task task) {
        try {
            task.clearUp(clock.instant().minus(ON_ITS_WAY))
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (RuntimeException e) {
            LOG.info("{} looks again later: {}", task.getClass().getSimpleName(), e.toString());
        }
    }
}
