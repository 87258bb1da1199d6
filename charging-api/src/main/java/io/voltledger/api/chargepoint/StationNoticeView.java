package io.voltledger.api.chargepoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link StationNotice} as operators see it. */
public record StationNoticeView(
        String id,
        StationId station,
        StationNotice.Kind kind,
        String word,
        @Nullable Integer requestId,
        @Nullable String detail,
        @Nullable Instant stationTime,
        Instant receivedAt) {}
