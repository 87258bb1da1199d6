package io.voltledger.api.quirk;

import io.voltledger.api.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about quirk profiles. */
public sealed interface QuirkProfileQuery {

    /** Answers an {@code Optional<QuirkProfileView>}. */
    record FindQuirkProfile(QuirkProfileId profile) implements QuirkProfileQuery {}

    /** Answers a {@link QuirkProfilePage}, in the order of ids. */
    record ListQuirkProfiles(PageRequest page) implements QuirkProfileQuery {}

    /** Answers an {@code Optional<PublishedQuirkProfile>}. */
    record FindPublishedQuirkProfile(QuirkProfileVersion version) implements QuirkProfileQuery {}

    /** Answers {@link PublishedQuirkProfiles}: the latest version of each. */
    record ListPublishedQuirkProfiles() implements QuirkProfileQuery {}

    /** One published version with what it says. */
    record PublishedQuirkProfile(QuirkProfileVersion version, QuirkProfile content) {}

    /** A record of its own, because a list does not keep its elements' type on the wire. */
    record PublishedQuirkProfiles(List<PublishedQuirkProfile> items) {}

    /** @param next cursor of the following page; absent at the end */
    record QuirkProfilePage(
            List<QuirkProfileView> items, @Nullable String next) {}
}
