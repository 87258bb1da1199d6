package io.voltledger.command.tariff;

import io.voltledger.api.tariff.Tariff;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a tariff.
 *
 * @param version of the last one published; 0 before the first
 * @param content of that version
 * @param draft what is still worked on
 * @param retired whether sessions that start get it no more
 */
record TariffFacts(
        int version, @Nullable Tariff content, @Nullable Tariff draft, boolean retired) {

    static final TariffFacts NONE = new TariffFacts(0, null, null, false);

    boolean exists() {
        return content != null || draft != null;
    }
}
