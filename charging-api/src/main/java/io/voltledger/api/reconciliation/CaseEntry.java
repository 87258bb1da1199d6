package io.voltledger.api.reconciliation;

import io.voltledger.api.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a case's history.
 *
 * @param by who did it; absent where a comparison did
 * @param text a note, or why the case was closed
 * @param provider what the provider said from then on; absent where it said nothing or nothing changed
 * @param books what the books said from then on; absent where they said nothing or nothing changed
 */
public record CaseEntry(
        What what,
        Instant at,
        @Nullable String by,
        @Nullable String text,
        @Nullable Money provider,
        @Nullable Money books) {

    /** What happened to the case. */
    public enum What {
        FOUND,
        /** It was seen again with other amounts. */
        CHANGED,
        /** A later movement made up for it. */
        EVENED,
        REOPENED,
        TAKEN,
        NOTED,
        RESOLVED
    }
}
