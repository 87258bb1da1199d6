package io.voltledger.api.tariff;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to a tariff. */
public sealed interface TariffEvent {

    TariffId tariff();

    @Revision("1")
    record TariffVersionPublished(TariffId tariff, int version, Tariff content, Instant publishedAt)
            implements TariffEvent {}
}
