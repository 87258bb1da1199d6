package io.voltledger.command.tariff;

import io.voltledger.api.tariff.FrozenTariff;
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

    /** The last version published; empty where there is none. */
    public Optional<FrozenTariff> latest(TariffId id) {
        TariffFacts facts = streams.fold(
                id.toString(), TariffFacts.NONE, TariffFacts.class, TariffEvent.class, TariffDecider::evolve);
        return Optional.ofNullable(facts.content()).map(content -> new FrozenTariff(id, facts.version(), content));
    }
}
