package io.voltledger.node.access;

import io.voltledger.node.access.Refusals.Reason;
import io.voltledger.node.http.Filter;
import io.voltledger.node.http.Handler;
import io.voltledger.node.http.Problem;
import io.voltledger.node.http.Request;
import io.voltledger.node.http.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before every HTTP request: lets it through or refuses it, and writes every change into the audit log. The token is in the header {@code
 * AxonIQ-Access-Token} or a bearer token. A page of another site may not change anything, with access control off neither.
 */
public final class HttpAccess implements Filter {

    private static final String BEARER = "Bearer ";
    private static final Set<String> SAME_SITE = Set.of("same-origin", "none");

    private final AccessControl control;

    public HttpAccess(AccessControl control) {
        this.control = control;
    }

    /** Who makes a request that this filter has let through. */
    public Identity caller(Request request) {
        return control.identify(token(request).orElse(null)).orElseThrow(HttpAccess::unknown);
    }

    @Override
    public Response filter(Request request, Handler next) throws IOException {
        if (HttpRoles.isPublic(request)) {
            return next.handle(request);
        }
        var caller = control.identify(token(request).orElse(null));
        if (caller.isEmpty()) {
            refused(Reason.TOKEN, request, "nobody known");
            return unknown().response().with("WWW-Authenticate", "Bearer realm=\"voltledger-node\"");
        }
        var who = caller.get();
        var needed = HttpRoles.needed(request);
        if (needed.isPresent() && !who.may(needed.get(), HttpRoles.where(request))) {
            refused(Reason.ROLE, request, who.name());
            var detail = "Application %s does not have the role %s"
                    .formatted(who.name(), new Grant(needed.get(), HttpRoles.where(request)));
            throw new Problem(403, "not-allowed", "Not allowed", detail);
        }
        return HttpRoles.isReading(request) ? next.handle(request) : change(request, next, who);
    }

    private static Response change(Request request, Handler next, Identity who) throws IOException {
        if (request.header("Sec-Fetch-Site")
                .filter(site -> !SAME_SITE.contains(site))
                .isPresent()) {
            throw new Problem(403, "other-site", "Not allowed", "A page of another site must not change anything here");
        }
        var from = request.client().getAddress().getHostAddress();
        var act = request.method() + " " + request.path();
        try {
            var response = next.handle(request);
            var made = Optional.ofNullable(response.headers().get("Location"));
            Audit.record(who.name(), from, act + made.map(" made "::concat).orElse("") + ": " + response.status());
            return response;
        } catch (Problem problem) {
            Audit.record(who.name(), from, act + ": " + problem.status());
            throw problem;
        } catch (IOException | RuntimeException e) {
            Audit.record(who.name(), from, act + ": failed");
            throw e;
        }
    }

    private void refused(Reason reason, Request request, String who) {
        var from = String.valueOf(request.client().getAddress().getHostAddress());
        var route = request.route().isEmpty() ? "an unknown path" : request.route();
        control.refusals().refused(reason, request.method() + " " + route, who, from);
    }

    private static Problem unknown() {
        return new Problem(401, "unknown-token", "Not known", "The access token is missing or wrong");
    }

    private static Optional<String> token(Request request) {
        return request.header("AxonIQ-Access-Token")
                .or(() -> request.header("Authorization")
                        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                        .map(value -> value.substring(BEARER.length()).strip()));
    }
}
