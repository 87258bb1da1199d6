package io.voltledger.api.tariff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One published version of a tariff.
 *
 * @param retiredAt since when no session that starts gets the tariff; absent while they do
 */
public record TariffView(
        TariffId id,
        int version,
        Tariff content,
        Instant publishedAt,
        @Nullable Instant retiredAt) {}
