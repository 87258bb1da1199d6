package io.voltledger.saga.billing;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.springframework.context.SmartLifecycle;

/** Runs deadlines from the database, after all else has started and until all else stops. */
final class DeadlineScheduler implements SmartLifecycle {

    private final Scheduler scheduler;
    private final AtomicReference<Optional<DbSchedulerDeadlineManager>> deadlines;
    private volatile boolean running;

    DeadlineScheduler(Scheduler scheduler, AtomicReference<Optional<DbSchedulerDeadlineManager>> deadlines) {
        this.scheduler = scheduler;
        this.deadlines = deadlines;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    void serve(DbSchedulerDeadlineManager manager) {
        deadlines.set(Optional.of(manager));
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
