package io.voltledger.api.quirk;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a quirk profile. */
public sealed interface QuirkProfileCommand {

    QuirkProfileId profile();

    /** Writes down what the next version would say; refused with {@code quirk-profile-invalid} where it makes no sense. */
    record DraftQuirkProfile(@TargetAggregateIdentifier QuirkProfileId profile, QuirkProfile content, Instant at)
            implements QuirkProfileCommand {}

    /**
     * Publishes the draft as the next version; answers its number. Where the last version says the same, it stays the last.
     * Refused with {@code not-found} where nothing was drafted.
     */
    record PublishQuirkProfile(@TargetAggregateIdentifier QuirkProfileId profile, Instant at)
            implements QuirkProfileCommand {}
}
