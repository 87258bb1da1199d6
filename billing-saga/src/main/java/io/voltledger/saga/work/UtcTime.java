package io.voltledger.saga.work;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as the columns keep them: UTC, whatever zone driver and server think they are in. */
public final class UtcTime {

    private UtcTime() {}

    public static LocalDateTime of(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
