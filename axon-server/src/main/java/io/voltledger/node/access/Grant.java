package io.voltledger.node.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A role in a context, written {@code ROLE@context}; a role without a context holds in all of them.
 *
 * @param context name of the context, {@code *} for all
 */
public record Grant(Role role, String context) {

    /** Stands for every context, and for the node as a whole. */
    public static final String EVERYWHERE = "*";

    public Grant {
        if (context.isBlank()) {
            throw new IllegalArgumentException("A role needs a context: " + role + "@context, or " + role + "@*");
        }
    }

    /** Reads {@code ROLE@context}; throws IllegalArgumentException with a text for people. */
    public static Grant parse(String text) {
        var at = text.indexOf('@');
        return at < 0
                ? new Grant(role(text), EVERYWHERE)
                : new Grant(role(text.substring(0, at)), text.substring(at + 1));
    }

    static Role role(String text) {
        var name = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no role " + text.strip() + "; roles are "
                        + Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(", "))));
    }

    boolean allows(Role needed, String where) {
        return role.includes(needed) && (context.equals(EVERYWHERE) || context.equals(where));
    }

    @Override
    public String toString() {
        return role + "@" + context;
    }
}
