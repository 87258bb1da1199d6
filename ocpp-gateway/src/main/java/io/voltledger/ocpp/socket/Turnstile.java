package io.voltledger.ocpp.socket;

import io.voltledger.api.chargepoint.StationId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets the arrivals and departures of one station through one after the other; stations do not wait for each other. */
final class Turnstile {

    private final Map<StationId, CompletableFuture<@Nullable Void>> tails = new ConcurrentHashMap<>();
    private final Executor executor;

    Turnstile(Executor executor) {
        this.executor = executor;
    }

    <T extends @Nullable Object> CompletableFuture<T> enter(StationId station, Supplier<CompletableFuture<T>> turn) {
        CompletableFuture<T> result = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> before = tails.put(station, done);
        Runnable go = () -> turn.get().whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
            tails.remove(station, done);
            done.complete(null);
        });
        if (before == null) {
            executor.execute(go);
        } else {
            before.whenCompleteAsync((ended, failure) -> go.run(), executor);
        }
        return result;
    }
}
