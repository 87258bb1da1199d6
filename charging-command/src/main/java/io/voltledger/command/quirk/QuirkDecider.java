package io.voltledger.command.quirk;

import io.voltledger.api.quirk.QuirkProfile;
import io.voltledger.api.quirk.QuirkProfileCommand;
import io.voltledger.api.quirk.QuirkProfileCommand.DraftQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileCommand.PublishQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileEvent;
import io.voltledger.api.quirk.QuirkProfileEvent.QuirkProfileDrafted;
import io.voltledger.api.quirk.QuirkProfileEvent.QuirkProfilePublished;
import io.voltledger.command.Decision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a quirk profile: a draft changes at will, a version never. */
final class QuirkDecider {

    private static final BigDecimal LARGEST_FACTOR = BigDecimal.valueOf(1_000_000);
    private static final int LARGEST_SHIFT = 1_000;

    private QuirkDecider() {}

    static Decision<QuirkProfileEvent> decide(QuirkProfileCommand command, QuirkFacts facts) {
        return switch (command) {
            case DraftQuirkProfile draft -> draft(draft, facts);
            case PublishQuirkProfile publish -> publish(publish, facts);
        };
    }

    static QuirkFacts evolve(QuirkFacts facts, QuirkProfileEvent event) {
        return switch (event) {
            case QuirkProfileDrafted drafted -> new QuirkFacts(drafted.content(), facts.version(), facts.published());
            case QuirkProfilePublished published ->
                new QuirkFacts(published.content(), published.version(), published.content());
        };
    }

    private static Decision<QuirkProfileEvent> draft(DraftQuirkProfile command, QuirkFacts facts) {
        if (command.content().equals(facts.draft())) {
            return Decision.nothing();
        }
        List<String> faults = faults(command.content());
        return faults.isEmpty()
                ? Decision.of(new QuirkProfileDrafted(command.profile(), command.content(), command.at()))
                : Decision.refused("quirk-profile-invalid", String.join("; ", faults));
    }

    private static Decision<QuirkProfileEvent> publish(PublishQuirkProfile command, QuirkFacts facts) {
        QuirkProfile draft = facts.draft();
        if (draft == null) {
            return Decision.notFound(
                    "draft of quirk profile " + command.profile().value());
        }
        return draft.equals(facts.published())
                ? Decision.nothing()
                : Decision.of(new QuirkProfilePublished(command.profile(), facts.version() + 1, draft, command.at()));
    }

    private static List<String> faults(QuirkProfile content) {
        List<String> faults = new ArrayList<>();
        addIf(content.name().isBlank(), "name is blank", faults);
        addIf(content.vendor().isBlank(), "vendor is blank", faults);
        addIf(!isUsable(content.quirks().sampleFactor()), "quirks.sampleFactor is not above 0", faults);
        addIf(!isUsable(content.quirks().registerFactor()), "quirks.registerFactor is not above 0", faults);
        addIf(
                content.quirks().utcIsLocal() && content.quirks().zone() == null,
                "quirks.zone is missing, which utcIsLocal needs",
                faults);
        addIf(
                Math.abs((long) content.quirks().connectorShift()) > LARGEST_SHIFT,
                "quirks.connectorShift is over " + LARGEST_SHIFT,
                faults);
        return faults;
    }

    private static boolean isUsable(@Nullable BigDecimal factor) {
        return factor == null || factor.signum() > 0 && factor.compareTo(LARGEST_FACTOR) <= 0;
    }

    private static void addIf(boolean wrong, String fault, List<String> faults) {
        if (wrong) {
            faults.add(fault);
        }
    }
}
