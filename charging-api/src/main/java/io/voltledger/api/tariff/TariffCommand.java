package io.voltledger.api.tariff;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a tariff. */
public sealed interface TariffCommand {

    TariffId tariff();

    /**
     * Publishes the next version; answers its number. Publishing what the last version says already changes nothing.
     * Refused with {@code tariff-invalid} where a price is negative or an element has no price.
     */
    record PublishTariff(@TargetAggregateIdentifier TariffId tariff, Tariff content, Instant at)
            implements TariffCommand {}
}
