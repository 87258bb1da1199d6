package io.voltledger.api.tariff;

import io.voltledger.api.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about tariffs. */
public sealed interface TariffQuery {

    /** Answers an {@code Optional<TariffView>}: the version named, or else the latest. */
    record FindTariff(TariffId tariff, @Nullable Integer version) implements TariffQuery {}

    /** Answers a {@link TariffPage}: the latest version of each, in the order of ids. */
    record ListTariffs(PageRequest page) implements TariffQuery {}

    /** Answers an {@code Optional<TariffDraftView>}: what is worked on and not published. */
    record FindTariffDraft(TariffId tariff) implements TariffQuery {}

    /** Answers a {@link TariffDraftPage}, in the order of ids. */
    record ListTariffDrafts(PageRequest page) implements TariffQuery {}

    /** @param next cursor of the following page; absent at the end */
    record TariffDraftPage(
            List<TariffDraftView> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record TariffPage(List<TariffView> items, @Nullable String next) {}
}
