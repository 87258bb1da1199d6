package io.voltledger.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who waits for an answer of this process: the stations whose calls, and other processes whose commands, are being worked
 * on. Where they are a crowd, followers let them go first.
 */
public final class Callers {

    /** More than a processor works on when it keeps pace: at 5 ms a call these are 1,600 calls a second. */
    private static final int CROWD_PER_PROCESSOR = 8;

    private final AtomicInteger waiting = new AtomicInteger();
    private final int crowd;

    public Callers() {
        this(CROWD_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }

    /** @param crowd how many are a crowd */
    public Callers(int crowd) {
        this.crowd = crowd;
    }

    /** The same executor, of whose work a caller waits for each piece. */
    public Executor counted(Executor executor) {
        return work -> {
            waiting.incrementAndGet();
            try {
                executor.execute(() -> {
                    try {
                        work.run();
                    } finally {
                        waiting.decrementAndGet();
                    }
                });
            } catch (RuntimeException e) {
                waiting.decrementAndGet();
                throw e;
            }
        };
    }

    /** Does what a caller waits for. */
    void during(Runnable work) {
        waiting.incrementAndGet();
        try {
            work.run();
        } finally {
            waiting.decrementAndGet();
        }
    }

    int waiting() {
        return waiting.get();
    }

    boolean areCrowd() {
        return waiting.get() >= crowd;
    }
}
