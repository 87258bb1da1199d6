package io.voltledger.simulators.life;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;

/** A clock that is behind and catches up: it tells now when all of its day has passed, and no time that is yet to come before. */
final class CompressedClock extends Clock {

    private final Instant begin;
    private final Instant end;
    private final long factor;
    private final long beganNanos = System.nanoTime();

    /**
     * Starts to run.
     *
     * @param life how much time it goes through
     * @param factor how much faster it runs than time
     */
    CompressedClock(Duration life, int factor) {
        this.factor = factor;
        end = Instant.now().plus(life.dividedBy(factor));
        begin = end.minus(life);
    }

    Instant end() {
        return end;
    }

    boolean isOver() {
        return !instant().isBefore(end);
    }

    @Override
    public Instant instant() {
        return begin.plusNanos(Math.multiplyExact(System.nanoTime() - beganNanos, factor));
    }

    /** Waits for this much of its time, or to its end. */
    void pass(Duration time) {
        Instant until = instant().plus(time);
        long nanos = Duration.between(instant(), until.isBefore(end) ? until : end)
                .dividedBy(factor)
                .toNanos();
        long deadline = System.nanoTime() + nanos;
        while (deadline - System.nanoTime() > 0) {
            LockSupport.parkNanos(deadline - System.nanoTime());
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A station's times are in UTC");
    }
}
