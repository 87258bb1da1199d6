package io.voltledger.simulators.station;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Latencies by action, of what is acknowledged between {@link #begin} and {@link #end}. */
final class BenchFigures {

    private static final int DIGITS = 3;
    private static final double MICROS_A_MILLI = 1_000.0;

    private final Map<String, Histogram> actions = new ConcurrentHashMap<>();
    private final LongAdder repeated = new LongAdder();
    private volatile boolean measuring;
    private volatile long beginNanos;
    private volatile long nanos;

    void begin() {
        beginNanos = System.nanoTime();
        measuring = true;
    }

    void end() {
        measuring = false;
        nanos = System.nanoTime() - beginNanos;
    }

    void record(Acknowledged call) {
        if (measuring) {
            actions.computeIfAbsent(call.action(), action -> new ConcurrentHistogram(DIGITS))
                    .recordValue(TimeUnit.NANOSECONDS.toMicros(call.nanos()));
            repeated.add(call.attempts() - 1L);
        }
    }

    long calls() {
        return actions.values().stream().mapToLong(Histogram::getTotalCount).sum();
    }

    boolean isEmpty() {
        return actions.isEmpty();
    }

    void print(PrintWriter out) {
        long calls = calls();
        double seconds = nanos / (double) TimeUnit.SECONDS.toNanos(1);
        out.printf(
                Locale.ROOT,
                "%d calls in %.1f s: %.0f calls/s; %d sent again%n",
                calls,
                seconds,
                calls / seconds,
                repeated.sum());
        out.printf("%-20s %10s %10s %10s %10s %10s%n", "action", "calls", "p50 ms", "p99 ms", "p99.9 ms", "max ms");
        new TreeMap<>(actions)
                .forEach((action, latencies) -> out.printf(
                        Locale.ROOT,
                        "%-20s %10d %10.2f %10.2f %10.2f %10.2f%n",
                        action,
                        latencies.getTotalCount(),
                        latencies.getValueAtPercentile(50) / MICROS_A_MILLI,
                        latencies.getValueAtPercentile(99) / MICROS_A_MILLI,
                        latencies.getValueAtPercentile(99.9) / MICROS_A_MILLI,
                        latencies.getMaxValue() / MICROS_A_MILLI));
        out.flush();
    }
}
