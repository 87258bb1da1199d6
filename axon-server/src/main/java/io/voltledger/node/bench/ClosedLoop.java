package io.voltledger.node.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Clients that each ask again as soon as they are answered, for a while. The first fifth of the time warms up and does not count. */
final class ClosedLoop {

    private final Duration duration;

    ClosedLoop(Duration duration) {
        this.duration = duration;
    }

    /** Runs the clients; each call of the function starts one request of a client. */
    Latencies run(int clients, IntFunction<CompletableFuture<?>> request) throws InterruptedException {
        var begin = System.nanoTime() + duration.toNanos() / 5;
        var end = System.nanoTime() + duration.toNanos();
        var latencies = new Latencies();
        var failures = new AtomicLong();
        var done = new CountDownLatch(clients);
        for (var client = 0; client < clients; client++) {
            next(client, request, begin, end, latencies, failures, done);
        }
        done.await();
        latencies.finish(end - begin, failures.get());
        return latencies;
    }

    private static void next(
            int client,
            IntFunction<CompletableFuture<?>> request,
            long begin,
            long end,
            Latencies latencies,
            AtomicLong failures,
            CountDownLatch done) {
        var start = System.nanoTime();
        request.apply(client).whenComplete((answer, failure) -> {
            var now = System.nanoTime();
            if (failure != null) {
                failures.incrementAndGet();
            } else if (start >= begin && now <= end) {
                latencies.add(now - start);
            }
            if (now < end) {
                next(client, request, begin, end, latencies, failures, done);
            } else {
                done.countDown();
            }
        });
    }
}
