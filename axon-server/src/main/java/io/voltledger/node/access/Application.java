package io.voltledger.node.access;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An application that may use the node.
 *
 * @param name 1 to 64 letters, digits, dots, dashes and underscores; unique
 * @param description for people, may be empty
 * @param grants what it may do
 * @param created when it was made
 * @param renewed when its token was last made
 */
public record Application(String name, String description, List<Grant> grants, Instant created, Instant renewed) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public Application {
        grants = List.copyOf(grants);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("An application's name has 1 to 64 letters, digits, dots, dashes and"
                    + " underscores and starts with a letter or a digit, not \"" + name + "\"");
        }
        if (grants.isEmpty()) {
            throw new IllegalArgumentException("Application " + name + " needs at least one role");
        }
    }

    Application renewedAt(Instant now) {
        return new Application(name, description, grants, created, now);
    }

    Identity identity() {
        return new Identity(name, grants);
    }
}
