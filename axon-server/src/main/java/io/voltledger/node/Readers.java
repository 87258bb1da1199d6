package io.voltledger.node;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The readers of one store, on threads that all stores share. It knows what is under way, so that the store can be closed under nobody: closing refuses
 * new work and waits for what was taken on.
 */
final class Readers implements Executor, AutoCloseable {

    private final Executor threads;
    private int underWay;
    private boolean closed;

    Readers(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        begin();
        try {
            threads.execute(() -> run(work));
        } catch (RuntimeException e) {
            end();
            throw e;
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (closed) {
            throw new RejectedExecutionException("The context is closed");
        }
        underWay++;
    }

    private synchronized void end() {
        underWay--;
        notifyAll();
    }

    /** Returns when nothing reads any more. */
    @Override
    public synchronized void close() {
        closed = true;
        var interrupted = false;
        while (underWay > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
