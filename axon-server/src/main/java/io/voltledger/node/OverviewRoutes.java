package io.voltledger.node;

import io.voltledger.node.access.Identity;
import io.voltledger.node.access.Role;
import io.voltledger.node.http.Problem;
import io.voltledger.node.http.Request;
import io.voltledger.node.http.Response;
import io.voltledger.node.http.Routes;
import java.util.List;

/** What the node's page asks for every two seconds: the overview, and who is looking at it. Each sees the contexts that it may monitor. */
final class OverviewRoutes implements Routes.Source {

    /** The overview, who reads it, the contexts whose event processors it may steer, and how the node is protected. */
    record View(String caller, List<String> steers, boolean accessControl, boolean tls, Overview.Node node) {}

    private final Overview overview;
    private final Guard guard;

    OverviewRoutes(Overview overview, Guard guard) {
        this.overview = overview;
        this.guard = guard;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/v1/node", this::show);
    }

    private Response show(Request request) {
        var caller = guard.http().caller(request);
        if (!caller.maySomewhere(Role.MONITOR)) {
            var detail = "Application %s does not have the role MONITOR".formatted(caller.name());
            throw new Problem(403, "not-allowed", "Not allowed", detail);
        }
        return Response.json(200, view(caller)).with("Cache-Control", "no-store");
    }

    private View view(Identity caller) {
        var node = overview.now(context -> caller.may(Role.MONITOR, context));
        var steers = node.contexts().stream()
                .map(Overview.Context::name)
                .filter(context -> caller.may(Role.CONTEXT_ADMIN, context))
                .toList();
        return new View(caller.name(), steers, guard.access().isOn(), guard.tls() != null, node);
    }
}
