package io.voltledger.command.tariff;

import io.voltledger.api.tariff.TariffCommand.PublishTariff;
import io.voltledger.api.tariff.TariffEvent;
import io.voltledger.api.tariff.TariffEvent.TariffVersionPublished;
import io.voltledger.command.Decision;
import java.util.List;

/** The rules of a tariff: versions count up, a version never changes, only what can be rated is published. */
final class TariffDecider {

    private TariffDecider() {}

    static Decision<TariffEvent> decide(PublishTariff command, TariffFacts facts) {
        if (command.content().equals(facts.content())) {
            return Decision.nothing();
        }
        List<String> faults = TariffFaults.of(command.content());
        return faults.isEmpty()
                ? Decision.of(new TariffVersionPublished(
                        command.tariff(), facts.version() + 1, command.content(), command.at()))
                : Decision.refused("tariff-invalid", String.join("; ", faults));
    }

    static TariffFacts evolve(TariffFacts facts, TariffEvent event) {
        return switch (event) {
            case TariffVersionPublished published -> new TariffFacts(published.version(), published.content());
        };
    }
}
