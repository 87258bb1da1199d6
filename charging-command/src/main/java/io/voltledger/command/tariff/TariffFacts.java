package io.voltledger.command.tariff;

import io.voltledger.api.tariff.Tariff;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a tariff.
 *
 * @param version of the last one published; 0 before the first
 * @param content of that version
 */
record TariffFacts(int version, @Nullable Tariff content) {

    static final TariffFacts NONE = new TariffFacts(0, null);
}
