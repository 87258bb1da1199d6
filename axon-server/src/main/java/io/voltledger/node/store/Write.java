package io.voltledger.node.store;

import java.util.concurrent.CompletableFuture;
import org.rocksdb.RocksDBException;

/** One thing to be written. It is staged into a group by the writer thread and has its outcome when the group is on the disk. */
abstract class Write<T> {

    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    /** Checks itself against everything staged before, then stages all of itself or throws and stages nothing. */
    abstract T stage(Staging staging) throws RocksDBException;

    /** Bytes it adds to a group, roughly. */
    abstract int weight();

    CompletableFuture<T> outcome() {
        return outcome;
    }

    /** Stages itself; the answer completes the outcome, and is to be run once the group is durable. */
    final Runnable stageInto(Staging staging) throws RocksDBException {
        var result = stage(staging);
        return () -> outcome.complete(result);
    }

    final void fail(Throwable cause) {
        outcome.completeExceptionally(cause);
    }
}
