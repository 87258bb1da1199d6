package io.voltledger.node.access;

import static io.voltledger.node.access.Role.ADMIN;
import static io.voltledger.node.access.Role.CONTEXT_ADMIN;
import static io.voltledger.node.access.Role.DISPATCH_COMMANDS;
import static io.voltledger.node.access.Role.DISPATCH_QUERY;
import static io.voltledger.node.access.Role.MONITOR;
import static io.voltledger.node.access.Role.PUBLISH_EVENTS;
import static io.voltledger.node.access.Role.READ_EVENTS;
import static io.voltledger.node.access.Role.SUBSCRIBE_COMMAND_HANDLER;
import static io.voltledger.node.access.Role.SUBSCRIBE_QUERY_HANDLER;
import static io.voltledger.node.access.Role.USE_CONTEXT;

import io.grpc.MethodDescriptor;
import java.util.EnumSet;
import java.util.Set;

/** Which role a method of the public API needs: any of those named here is enough. What is not known here needs {@code ADMIN}. */
final class GrpcRoles {

    private static final String PACKAGE = "io.axoniq.axonserver.grpc.";

    private GrpcRoles() {}

    static Set<Role> needed(MethodDescriptor<?, ?> method) {
        var service = String.valueOf(method.getServiceName());
        var name = String.valueOf(method.getBareMethodName());
        if (!service.startsWith(PACKAGE)) {
            return Set.of(ADMIN);
        }
        return switch (service.substring(PACKAGE.length())) {
            case "control.PlatformService" -> EnumSet.allOf(Role.class);
            case "command.CommandService" ->
                Set.of(name.equals("Dispatch") ? DISPATCH_COMMANDS : SUBSCRIBE_COMMAND_HANDLER);
            case "query.QueryService" -> Set.of(name.equals("OpenStream") ? SUBSCRIBE_QUERY_HANDLER : DISPATCH_QUERY);
            case "event.EventStore" -> Set.of(name.startsWith("Append") ? PUBLISH_EVENTS : READ_EVENTS);
            case "event.EventScheduler" -> Set.of(PUBLISH_EVENTS);
            case "streams.PersistentStreamService" ->
                name.equals("OpenStream") || name.equals("ListStreams")
                        ? Set.of(READ_EVENTS)
                        : Set.of(USE_CONTEXT, CONTEXT_ADMIN);
            case "admin.EventProcessorAdminService" -> Set.of(name.startsWith("Get") ? MONITOR : CONTEXT_ADMIN);
            default -> Set.of(ADMIN);
        };
    }

    /** Whether a call of it belongs into the audit log. */
    static boolean isAct(Set<Role> needed) {
        return needed.equals(Set.of(ADMIN)) || needed.equals(Set.of(CONTEXT_ADMIN));
    }
}
