package io.voltledger.node.access;

import java.util.Collection;
import java.util.List;

/**
 * Who makes a call.
 *
 * @param name the application's name
 * @param grants what it may do
 */
public record Identity(String name, List<Grant> grants) {

    /** Whoever it is, when access control is off. */
    public static final Identity ANYBODY = new Identity(
            "anybody", List.of(new Grant(Role.ADMIN, Grant.EVERYWHERE), new Grant(Role.USE_CONTEXT, Grant.EVERYWHERE)));

    public Identity {
        grants = List.copyOf(grants);
    }

    /** Whether one of its grants covers the role in the context; {@link Grant#EVERYWHERE} asks for all contexts at once. */
    public boolean may(Role role, String context) {
        return grants.stream().anyMatch(grant -> grant.allows(role, context));
    }

    /** Whether it has the role in at least one context. */
    public boolean maySomewhere(Role role) {
        return grants.stream().anyMatch(grant -> grant.role().includes(role));
    }

    boolean mayAny(Collection<Role> roles, String context) {
        return roles.stream().anyMatch(role -> may(role, context));
    }
}
