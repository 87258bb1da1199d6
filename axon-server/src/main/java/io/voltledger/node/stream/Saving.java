package io.voltledger.node.stream;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down the latest of something that changes often: one write at a time, and what comes meanwhile goes into the next. */
final class Saving {

    private static final Logger log = LoggerFactory.getLogger(Saving.class);

    private final Function<byte[], CompletableFuture<Boolean>> write;
    private byte @Nullable [] next;
    private boolean writing;

    Saving(Function<byte[], CompletableFuture<Boolean>> write) {
        this.write = write;
    }

    synchronized void save(byte[] latest) {
        next = latest;
        if (!writing) {
            writeNext();
        }
    }

    /** Leaves unwritten what has not begun to be written: it is out of date. */
    synchronized void forget() {
        next = null;
    }

    private synchronized void writeNext() {
        var latest = next;
        next = null;
        writing = latest != null;
        if (latest != null) {
            write.apply(latest).whenComplete((written, failure) -> {
                if (failure != null) {
                    log.warn("The progress of a persistent stream could not be written: {}", failure.getMessage());
                }
                writeNext();
            });
        }
    }
}
