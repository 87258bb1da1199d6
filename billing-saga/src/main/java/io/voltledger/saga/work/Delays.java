package io.voltledger.saga.work;

import java.time.Duration;
import java.util.List;

/** How long to wait before which try. */
public final class Delays {

    private Delays() {}

    /**
     * The delay after a number of tries; the last one repeats.
     *
     * @param tries from 1
     */
    public static Duration after(List<Duration> delays, int tries) {
        return delays.get(Math.min(Math.max(tries, 1), delays.size()) - 1);
    }
}
