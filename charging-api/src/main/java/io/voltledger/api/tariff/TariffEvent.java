package io.voltledger.api.tariff;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to a tariff. */
public sealed interface TariffEvent {

    TariffId tariff();

    @Revision("1")
    record TariffVersionPublished(TariffId tariff, int version, Tariff content, Instant publishedAt)
            implements TariffEvent {}

    /** A content that is still worked on; sessions never get it. */
    @Revision("1")
    record TariffDrafted(TariffId tariff, Tariff content, Instant draftedAt) implements TariffEvent {}

    @Revision("1")
    record TariffRetired(TariffId tariff, String reason, Instant retiredAt) implements TariffEvent {}
}
