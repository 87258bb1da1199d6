package io.voltledger.node.wire;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that is signalled from many threads and done by one at a time: a signal during a run leads to another run. The work itself decides how much it
 * does in a run, and signals itself when there is more.
 */
public final class Pump {

    private final Executor executor;
    private final Runnable work;
    private final AtomicInteger signals = new AtomicInteger();

    public Pump(Executor executor, Runnable work) {
        this.executor = executor;
        this.work = work;
    }

    /** Asks for a run; cheap when one is already due. */
    public void signal() {
        if (signals.getAndIncrement() == 0) {
            executor.execute(this::run);
        }
    }

    private void run() {
        var seen = signals.get();
        try {
            work.run();
        } finally {
            if (signals.addAndGet(-seen) > 0) {
                executor.execute(this::run);
            }
        }
    }
}
