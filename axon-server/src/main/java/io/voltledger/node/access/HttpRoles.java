package io.voltledger.node.access;

import io.voltledger.node.http.Request;
import java.util.Optional;
import java.util.Set;

/** Which role a request needs. What is not known here needs MONITOR for reading and ADMIN for changes, on the node as a whole. */
final class HttpRoles {

    /** Nothing secret: whether the node lives, and the page, which asks for a token itself. */
    private static final Set<String> PUBLIC =
            Set.of("/actuator/health", "/", "/page/node.css", "/page/node.js", "/page/view.js", "/page/icon.svg");

    /** For every known application; what such an answer tells depends on the application's roles. */
    private static final Set<String> KNOWN = Set.of("/actuator/info", "/v1/public/context", "/v1/node");

    private HttpRoles() {}

    static boolean isPublic(Request request) {
        return PUBLIC.contains(request.route()) && isReading(request);
    }

    static boolean isReading(Request request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    /** Nothing where it is enough to be known. */
    static Optional<Role> needed(Request request) {
        var route = request.route();
        if (isReading(request)) {
            return KNOWN.contains(route) || route.isEmpty()
                    ? Optional.empty()
                    : Optional.of(route.startsWith("/v1/applications") ? Role.ADMIN : Role.MONITOR);
        }
        return Optional.of(route.startsWith("/v1/components/") ? Role.CONTEXT_ADMIN : Role.ADMIN);
    }

    /** Where it is needed: event processors are steered in the context that the request names. */
    static String where(Request request) {
        return request.route().startsWith("/v1/components")
                ? request.parameter("context").orElse(Grant.EVERYWHERE)
                : Grant.EVERYWHERE;
    }
}
