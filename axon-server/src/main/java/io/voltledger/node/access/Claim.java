package io.voltledger.node.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a call shows and what it needs.
 *
 * @param roles any of them is enough
 */
record Claim(@Nullable String token, Set<Role> roles, String context) {

    @Override
    public String toString() {
        return "Claim[" + roles + " in " + context + "]";
    }
}
