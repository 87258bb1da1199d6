package io.voltledger.api.tariff;

import java.time.Instant;

/**
 * What a tariff is to become; sessions never get it.
 *
 * @param content may have faults
 */
public record TariffDraftView(TariffId id, Tariff content, Instant draftedAt) {}
