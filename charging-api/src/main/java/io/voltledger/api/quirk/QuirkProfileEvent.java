package io.voltledger.api.quirk;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to a quirk profile. */
public sealed interface QuirkProfileEvent {

    QuirkProfileId profile();

    @Revision("1")
    record QuirkProfileDrafted(QuirkProfileId profile, QuirkProfile content, Instant draftedAt)
            implements QuirkProfileEvent {}

    @Revision("1")
    record QuirkProfilePublished(QuirkProfileId profile, int version, QuirkProfile content, Instant publishedAt)
            implements QuirkProfileEvent {}
}
