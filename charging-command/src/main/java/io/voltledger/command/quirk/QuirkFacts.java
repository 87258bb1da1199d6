package io.voltledger.command.quirk;

import io.voltledger.api.quirk.QuirkProfile;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a quirk profile.
 *
 * @param draft as it was written down last
 * @param version of the last one published; 0 before the first
 * @param published what that version says
 */
record QuirkFacts(
        @Nullable QuirkProfile draft, int version, @Nullable QuirkProfile published) {

    static final QuirkFacts NONE = new QuirkFacts(null, 0, null);
}
