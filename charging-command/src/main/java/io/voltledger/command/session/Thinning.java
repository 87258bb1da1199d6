package io.voltledger.command.session;

import java.time.Instant;
import java.util.List;

/**
 * Cuts time into stretches, so that of a long session only so much is kept for each. Stretches of twice the length hold two
 * whole ones each, and none is ever cut smaller again: what is kept depends on what there was, never on its order.
 */
final class Thinning {

    private Thinning() {}

    /** @param instants in order */
    static long seconds(List<Instant> instants, long least, int most) {
        long seconds = least;
        while (count(instants, seconds) > most) {
            seconds *= 2;
        }
        return seconds;
    }

    static long stretchOf(Instant instant, long seconds) {
        return Math.floorDiv(instant.getEpochSecond(), seconds);
    }

    private static long count(List<Instant> instants, long seconds) {
        return instants.stream()
                .mapToLong(instant -> stretchOf(instant, seconds))
                .distinct()
                .count();
    }
}
