package io.voltledger.command.tariff;

import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffCommand;
import io.voltledger.api.tariff.TariffCommand.DraftTariff;
import io.voltledger.api.tariff.TariffCommand.PublishDraft;
import io.voltledger.api.tariff.TariffCommand.PublishTariff;
import io.voltledger.api.tariff.TariffCommand.RetireTariff;
import io.voltledger.api.tariff.TariffEvent;
import io.voltledger.api.tariff.TariffEvent.TariffDrafted;
import io.voltledger.api.tariff.TariffEvent.TariffRetired;
import io.voltledger.api.tariff.TariffEvent.TariffVersionPublished;
import io.voltledger.command.Decision;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The rules of a tariff: versions count up, a version never changes, only what can be rated is published. */
final class TariffDecider {

    private TariffDecider() {}

    static Decision<TariffEvent> decide(TariffCommand command, TariffFacts facts) {
        return switch (command) {
            case PublishTariff publish -> publish(publish, publish.content(), publish.at(), facts);
            case PublishDraft publish -> publishDraft(publish, facts);
            case DraftTariff draft -> draft(draft, facts);
            case RetireTariff retire -> retire(retire, facts);
        };
    }

    private static Decision<TariffEvent> publishDraft(PublishDraft command, TariffFacts facts) {
        Tariff draft = facts.draft();
        return draft == null
                ? Decision.refused(
                        "no-draft",
                        "There is no draft of tariff " + command.tariff().value())
                : publish(command, draft, command.at(), facts);
    }

    private static Decision<TariffEvent> publish(TariffCommand command, Tariff content, Instant at, TariffFacts facts) {
        if (facts.retired()) {
            return retired(command);
        }
        if (content.equals(facts.content())) {
            return Decision.nothing();
        }
        List<Fault> faults = TariffFaults.of(content);
        return faults.isEmpty()
                ? Decision.of(new TariffVersionPublished(command.tariff(), facts.version() + 1, content, at))
                : Decision.refused(
                        "tariff-invalid", faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
    }

    private static Decision<TariffEvent> draft(DraftTariff command, TariffFacts facts) {
        if (facts.retired()) {
            return retired(command);
        }
        return command.content().equals(facts.draft())
                ? Decision.nothing()
                : Decision.of(new TariffDrafted(command.tariff(), command.content(), command.at()));
    }

    private static Decision<TariffEvent> retire(RetireTariff command, TariffFacts facts) {
        if (!facts.exists()) {
            return Decision.notFound("tariff " + command.tariff().value());
        }
        return facts.retired()
                ? Decision.nothing()
                : Decision.of(new TariffRetired(command.tariff(), command.reason(), command.at()));
    }

    private static Decision<TariffEvent> retired(TariffCommand command) {
        return Decision.refused("tariff-retired", "Tariff " + command.tariff().value() + " is retired");
    }

    static TariffFacts evolve(TariffFacts facts, TariffEvent event) {
        return switch (event) {
            case TariffVersionPublished published ->
                new TariffFacts(
                        published.version(),
                        published.content(),
                        published.content().equals(facts.draft()) ? null : facts.draft(),
                        facts.retired());
            case TariffDrafted drafted ->
                new TariffFacts(facts.version(), facts.content(), drafted.content(), facts.retired());
            case TariffRetired retired -> new TariffFacts(facts.version(), facts.content(), facts.draft(), true);
        };
    }
}
