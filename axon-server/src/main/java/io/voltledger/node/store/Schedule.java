package io.voltledger.node.store;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires scheduled events when they are due. What waits is in the database; here are only the timers. */
final class Schedule implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Schedule.class);
    private static final long RETRY_MILLIS = 1000;

    private final GroupCommit writer;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor timer;
    private final Map<String, Future<?>> timers = new ConcurrentHashMap<>();

    Schedule(GroupCommit writer, Clock clock, String name) {
        this.writer = writer;
        this.clock = clock;
        timer = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().name("node-schedule-" + name).daemon(true).factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Starts the timers of those that have none. */
    void resume(List<ScheduledEvent> waiting) {
        waiting.stream()
                .filter(event -> !timers.containsKey(event.id()))
                .forEach(event -> start(event.id(), event.due() - clock.millis()));
    }

    CompletableFuture<String> add(ScheduledEvent event, @Nullable String replaced) {
        return writer.submit(new Writes.Schedule(event, replaced)).thenApply(stored -> {
            if (replaced != null) {
                stop(replaced);
            }
            start(stored.id(), stored.due() - clock.millis());
            return stored.id();
        });
    }

    CompletableFuture<Boolean> cancel(String id) {
        stop(id);
        return writer.submit(new Writes.Cancel(id));
    }

    private void start(String id, long delay) {
        if (!timer.isShutdown()) {
            timers.compute(id, (key, old) -> timer.schedule(() -> fire(id), Math.max(0, delay), TimeUnit.MILLISECONDS));
        }
    }

    private void stop(String id) {
        var running = timers.remove(id);
        if (running != null) {
            running.cancel(false);
        }
    }

    private void fire(String id) {
        timers.remove(id);
        writer.submit(new Writes.Publish(id, clock)).whenComplete((published, failure) -> {
            if (failure instanceof StoreException refused) {
                after(id, refused);
            }
        });
    }

    private void after(String id, StoreException failure) {
        switch (failure.reason()) {
            case SEQUENCE -> drop(id, failure);
            case DISK_FULL, WRITE, READ -> start(id, RETRY_MILLIS);
            case CLOSED -> log.debug("Scheduled event {} waits for the next start", id);
        }
    }

    private void drop(String id, StoreException failure) {
        log.error("Scheduled event {} can never be published and is dropped: {}", id, failure.getMessage());
        writer.submit(new Writes.Cancel(id)).exceptionally(cause -> {
            log.error("Scheduled event {} could not be dropped", id, cause);
            return false;
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
