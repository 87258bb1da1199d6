package io.voltledger.api.quirk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quirk profile as operators see it.
 *
 * @param versions published, latest first
 * @param draft what the next one would say; absent where the last version says the same
 */
public record QuirkProfileView(
        QuirkProfileId id,
        List<Version> versions,
        @Nullable QuirkProfile draft,
        @Nullable Instant draftedAt) {

    /** One published version. */
    public record Version(int version, QuirkProfile content, Instant publishedAt) {}
}
