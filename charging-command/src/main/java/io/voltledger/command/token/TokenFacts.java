package io.voltledger.command.token;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.token.TokenEvent.TokenIssued;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token.
 *
 * @param issued absent before it is
 * @param blocked by an operator
 * @param restrictedBy overdue bills
 */
record TokenFacts(@Nullable TokenIssued issued, boolean blocked, Set<BillId> restrictedBy) {

    static final TokenFacts NONE = new TokenFacts(null, false, Set.of());

    TokenFacts {
        restrictedBy = Set.copyOf(restrictedBy);
    }

    /** Whether it, and each token of the group that it stands for, may not charge. */
    boolean isBarred() {
        return blocked || !restrictedBy.isEmpty();
    }
}
