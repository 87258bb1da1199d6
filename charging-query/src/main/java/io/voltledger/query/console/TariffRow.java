package io.voltledger.query.console;

import io.voltledger.api.tariff.TariffDraftView;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.tariff.TariffView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A tariff in the list.
 *
 * @param version the latest that is published; absent where none is
 * @param drafted whether something is worked on
 */
record TariffRow(
        TariffId id,
        String name,
        String currency,
        @Nullable Integer version,
        boolean drafted,
        boolean retired,
        Instant changedAt) {

    /** By id, each tariff once. */
    static List<TariffRow> of(List<TariffView> published, List<TariffDraftView> drafts) {
        Map<String, TariffRow> rows = new TreeMap<>();
        drafts.forEach(draft -> rows.put(draft.id().value(), of(draft)));
        published.forEach(tariff ->
                rows.merge(tariff.id().value(), of(tariff), (draft, latest) -> latest.draftedAt(draft.changedAt())));
        return List.copyOf(rows.values());
    }

    private static TariffRow of(TariffDraftView draft) {
        return new TariffRow(
                draft.id(),
                draft.content().name(),
                draft.content().currency().getCurrencyCode(),
                null,
                true,
                false,
                draft.draftedAt());
    }

    private static TariffRow of(TariffView tariff) {
        Instant retiredAt = tariff.retiredAt();
        return new TariffRow(
                tariff.id(),
                tariff.content().name(),
                tariff.content().currency().getCurrencyCode(),
                tariff.version(),
                false,
                retiredAt != null,
                retiredAt == null ? tariff.publishedAt() : retiredAt);
    }

    private TariffRow draftedAt(Instant at) {
        return new TariffRow(id, name, currency, version, true, retired, at.isAfter(changedAt) ? at : changedAt);
    }
}
