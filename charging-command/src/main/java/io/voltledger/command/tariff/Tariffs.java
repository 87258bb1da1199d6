package io.voltledger.command.tariff;

import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffEvent;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.EventStreams;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What other contexts may know of tariffs, read fresh from their streams. */
@Component
public class Tariffs {

    private final EventStreams streams;

    Tariffs(EventStreams streams) {
        this.streams = streams;
    }

    /** What a session that starts now gets: the last version published; empty where there is none or it is retired. */
    public Optional<FrozenTariff> latest(TariffId id) {
        TariffFacts facts = factsOf(id);
        return facts.retired() ? Optional.empty() : published(id, facts);
    }

    /** The last version published, even of a retired tariff; empty where there is none. */
    Optional<FrozenTariff> lastPublished(TariffId id) {
        return published(id, factsOf(id));
    }

    /** What is still worked on. */
    Optional<Tariff> draft(TariffId id) {
        return Optional.ofNullable(factsOf(id).draft());
    }

    private static Optional<FrozenTariff> published(TariffId id, TariffFacts facts) {
        return Optional.ofNullable(facts.content()).map(content -> new FrozenTariff(id, facts.version(), content));
    }

    private TariffFacts factsOf(TariffId id) {
        return streams.fold(
                id.toString(), TariffFacts.NONE, TariffFacts.class, TariffEvent.class, TariffDecider::evolve);
    }
}
