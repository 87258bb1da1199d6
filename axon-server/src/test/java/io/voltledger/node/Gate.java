package io.voltledger.node;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** What all bytes that go one way through a {@link FaultProxy} must pass. */
final class Gate {

    /** It has let through all that it should. */
    static final class Exhausted extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final CompletableFuture<Boolean> OPEN = CompletableFuture.completedFuture(true);

    private volatile CompletableFuture<Boolean> held = OPEN;
    private volatile Duration delay = Duration.ZERO;
    private long allowed = Long.MAX_VALUE;
    private long passed;
    private volatile int heldBytes;

    void hold() {
        held = new CompletableFuture<>();
    }

    void open() {
        var waiting = held;
        held = OPEN;
        waiting.complete(true);
    }

    /** Bytes that wait in front of it now. */
    int heldBytes() {
        return heldBytes;
    }

    void delay(Duration time) {
        delay = time;
    }

    synchronized void allow(long bytes) {
        allowed = bytes;
    }

    synchronized long passed() {
        return passed;
    }

    void pass(byte[] bytes, int length, OutputStream to) throws IOException, Exhausted {
        if (delay.isPositive()) {
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, delay.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
        heldBytes = length;
        try {
            held.join();
        } catch (CompletionException e) {
            throw new IOException(e);
        } finally {
            heldBytes = 0;
        }
        var now = take(length);
        to.write(bytes, 0, now);
        to.flush();
        if (now < length) {
            throw new Exhausted();
        }
    }

    private synchronized int take(int length) {
        var now = (int) Math.min(allowed, length);
        passed += now;
        if (now < length) {
            allowed = Long.MAX_VALUE;
        } else if (allowed != Long.MAX_VALUE) {
            allowed -= now;
        }
        return now;
    }
}
