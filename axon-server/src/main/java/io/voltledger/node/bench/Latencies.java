package io.voltledger.node.bench;

import java.util.Arrays;

/** Latencies of one measurement. */
final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private long[] nanos = new long[1 << 16];
    private int count;
    private long elapsed = 1;
    private long failures;

    synchronized void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = latency;
    }

    synchronized void finish(long elapsedNanos, long failed) {
        elapsed = elapsedNanos;
        failures = failed;
        Arrays.sort(nanos, 0, count);
    }

    /** Prints a line; each latency counts for so many units. */
    synchronized void print(String title, int units) {
        var rate = count * (double) units * NANOS_PER_SECOND / elapsed;
        System.out.printf("%-44s %,12.0f %10.2f %10.2f%s%n", title, rate, at(0.5), at(0.99), failed());
    }

    private String failed() {
        return failures == 0 ? "" : "   " + failures + " failed";
    }

    private double at(double part) {
        return count == 0 ? 0 : nanos[(int) Math.min(count - 1, (long) (count * part))] / NANOS_PER_MILLI;
    }
}
