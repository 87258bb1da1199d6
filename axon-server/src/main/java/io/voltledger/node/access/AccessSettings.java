package io.voltledger.node.access;

import org.jspecify.annotations.Nullable;

/**
 * The fixed tokens of a node, beside the applications in its data directory. They come from files or the environment, never from a command line.
 *
 * @param token what applications give; holds {@code USE_CONTEXT} and {@code MONITOR} in every context. At least 16 characters
 * @param adminToken what administrators give; holds {@code ADMIN} in every context. At least 16 characters
 */
public record AccessSettings(
        @Nullable String token, @Nullable String adminToken) {

    /** No fixed tokens: access control is on only where the data directory knows applications. */
    public static final AccessSettings NONE = new AccessSettings(null, null);

    private static final int SHORTEST = 16;

    public AccessSettings {
        check("access token", token);
        check("admin token", adminToken);
        if (token != null && token.equals(adminToken)) {
            throw new IllegalArgumentException("The access token and the admin token must differ");
        }
    }

    static void check(String what, @Nullable String token) {
        if (token != null && (token.length() < SHORTEST || !token.chars().allMatch(c -> c > ' ' && c < 127))) {
            throw new IllegalArgumentException(
                    "The %s must have at least %d printable characters without spaces".formatted(what, SHORTEST));
        }
    }

    @Override
    public String toString() {
        return "AccessSettings[token=%s, adminToken=%s]"
                .formatted(token == null ? "none" : "set", adminToken == null ? "none" : "set");
    }
}
