package io.voltledger.ocpp.socket;

import java.util.concurrent.TimeUnit;

/** So many calls a second, a second's worth at once. Used on the station's event loop only. */
final class Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int perSecond;
    private long second = Long.MIN_VALUE;
    private int taken;

    Pace(int perSecond) {
        this.perSecond = perSecond;
    }

    /** How long the next call must wait, in nanoseconds; 0 where it need not. */
    long pause(long nanos) {
        long current = Math.floorDiv(nanos, SECOND);
        if (current != second) {
            second = current;
            taken = 0;
        }
        return taken < perSecond ? 0 : SECOND - Math.floorMod(nanos, SECOND);
    }

    void took() {
        taken++;
    }
}
