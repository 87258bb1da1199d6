package io.voltledger.node.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * What an application may do in a context, in Axon Server's words. {@code USE_CONTEXT} is all that an application on Axon Framework needs;
 * {@code ADMIN} administers and watches, but does not read or write events.
 */
public enum Role {
    PUBLISH_EVENTS,
    READ_EVENTS,
    DISPATCH_COMMANDS,
    SUBSCRIBE_COMMAND_HANDLER,
    DISPATCH_QUERY,
    SUBSCRIBE_QUERY_HANDLER,
    /** Everything above. */
    USE_CONTEXT,
    /** Sees metrics, connected applications, handlers and event processors. */
    MONITOR,
    /** Steers event processors and persistent streams; {@code MONITOR} too. */
    CONTEXT_ADMIN,
    /** Contexts, applications, backups; {@code CONTEXT_ADMIN} and {@code MONITOR} too. */
    ADMIN;

    private static final Set<Role> OF_AN_APPLICATION = EnumSet.range(PUBLISH_EVENTS, SUBSCRIBE_QUERY_HANDLER);

    /** Whether who has this role has the other one with it. */
    boolean includes(Role other) {
        return this == other
                || switch (this) {
                    case USE_CONTEXT -> OF_AN_APPLICATION.contains(other);
                    case CONTEXT_ADMIN -> other == MONITOR;
                    case ADMIN -> other == MONITOR || other == CONTEXT_ADMIN;
                    case PUBLISH_EVENTS,
                            READ_EVENTS,
                            DISPATCH_COMMANDS,
                            SUBSCRIBE_COMMAND_HANDLER,
                            DISPATCH_QUERY,
                            SUBSCRIBE_QUERY_HANDLER,
                            MONITOR -> false;
                };
    }
}
