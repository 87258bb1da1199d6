package io.voltledger.saga.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Claims work while there is room for it and does each piece on a thread of its own. Looks again when woken, else at the
 * poll interval. Stops by finishing what is in flight; what does not finish in time is claimed again after its lease.
 */
public final class WorkLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
    private static final int STOP_SECONDS = 15;

    /** Where work comes from. */
    @FunctionalInterface
    public interface Source {

        /** Claims at most as many pieces of work as there is room for. */
        List<Runnable> claim(int room);
    }

    private final String name;
    private final Source source;
    private final int concurrency;
    private final Duration poll;
    private final Semaphore room;
    private final Semaphore signal = new Semaphore(0);
    private volatile CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running;
    private @Nullable Thread loop;
    private @Nullable ExecutorService workers;

    public WorkLoop(String name, Source source, int concurrency, Duration poll) {
        this.name = name;
        this.source = source;
        this.concurrency = concurrency;
        this.poll = poll;
        this.room = new Semaphore(concurrency);
    }

    /** There may be work now. */
    public void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    @Override
    public synchronized void start() {
        ExecutorService executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
        workers = executor;
        ended = new CountDownLatch(1);
        running = true;
        loop = Thread.ofVirtual().name(name).start(() -> run(executor));
    }

    private void run(ExecutorService executor) {
        while (running) {
            try {
                if (!claim(executor)) {
                    var unused = signal.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
                    signal.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("{} cannot claim work; tries again", name, e);
                pause();
            }
        }
    }

    private boolean claim(ExecutorService executor) throws InterruptedException {
        if (!room.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        room.release();
        List<Runnable> work = source.claim(room.availablePermits());
        for (Runnable piece : work) {
            room.acquire();
            executor.execute(() -> perform(piece));
        }
        return !work.isEmpty();
    }

    private void perform(Runnable piece) {
        try {
            piece.run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed at a piece of work; it is claimed again after its lease", name, e);
        } finally {
            room.release();
        }
    }

    /** A stop ends it early; work that may be there does not, or a database that is away would be asked without pause. */
    private void pause() {
        try {
            var unused = ended.await(Math.max(poll.toMillis(), 500), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        ended.countDown();
        wake(); // and not interrupted: that would cut a database connection
        awaitEndOfLoop();
        if (workers != null) {
            workers.shutdown();
            try {
                if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn(
                            "{} leaves {} pieces of work to be claimed again",
                            name,
                            concurrency - room.availablePermits());
                    workers.shutdownNow();
                }
            } catch (InterruptedException e) {
                workers.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    private void awaitEndOfLoop() {
        try {
            if (loop != null && !loop.join(Duration.ofSeconds(STOP_SECONDS))) {
                LOG.warn("{} is still claiming work", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
