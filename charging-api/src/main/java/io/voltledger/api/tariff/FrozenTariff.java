package io.voltledger.api.tariff;

/**
 * One version of a tariff, whole: what a session is rated with whatever is published later.
 *
 * @param version from 1
 */
public record FrozenTariff(TariffId id, int version, Tariff tariff) {}
