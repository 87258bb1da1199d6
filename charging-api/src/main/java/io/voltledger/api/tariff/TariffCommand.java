package io.voltledger.api.tariff;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a tariff. */
public sealed interface TariffCommand {

    TariffId tariff();

    /**
     * Publishes the next version; answers its number. Publishing what the last version says already changes nothing.
     * Refused with {@code tariff-invalid}, which names each faulty element: a negative price, a time without a price, an
     * element that can never win; with {@code tariff-retired} after its end.
     */
    record PublishTariff(@TargetAggregateIdentifier TariffId tariff, Tariff content, Instant at)
            implements TariffCommand {}

    /** Keeps a content that is still worked on, in place of the draft before; it may have faults. */
    record DraftTariff(@TargetAggregateIdentifier TariffId tariff, Tariff content, Instant at)
            implements TariffCommand {}

    /**
     * Publishes the draft as the next version; answers its number. Refused with {@code no-draft} where there is none and
     * with {@code tariff-invalid}, which names each faulty element, as {@link PublishTariff} is.
     */
    record PublishDraft(@TargetAggregateIdentifier TariffId tariff, Instant at) implements TariffCommand {}

    /** No session that starts from now on gets the tariff; those that run keep it. Final. */
    record RetireTariff(@TargetAggregateIdentifier TariffId tariff, String reason, Instant at)
            implements TariffCommand {}
}
