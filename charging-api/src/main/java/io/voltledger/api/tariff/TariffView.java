package io.voltledger.api.tariff;

import java.time.Instant;

/** One published version of a tariff. */
public record TariffView(TariffId id, int version, Tariff content, Instant publishedAt) {}
