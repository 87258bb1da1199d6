package io.voltledger.node;

import io.voltledger.node.http.Response;
import io.voltledger.node.http.Routes;
import java.util.Map;
import java.util.Optional;

/** What monitors ask: health, what the node is, and its metrics. */
final class StatusRoutes implements Routes.Source {

    /** The version that clients look for is that of the API: it tells them which calls there are. */
    private static final String API = "2025.2.0";

    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Contexts contexts;
    private final NodeMetrics metrics;

    StatusRoutes(Contexts contexts, NodeMetrics metrics) {
        this.contexts = contexts;
        this.metrics = metrics;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/actuator/health", request -> health())
                .get("/actuator/info", request -> info())
                .get("/actuator/prometheus", request -> Response.text(200, PROMETHEUS, metrics.scrape()));
    }

    private Response health() {
        var up = contexts.all().stream().allMatch(context -> context.store().isWritable());
        return Response.json(up ? 200 : 503, Map.of("status", up ? "UP" : "DOWN"));
    }

    private static Response info() {
        var app = Map.of("name", "voltledger-node", "version", API, "build", version());
        return Response.json(200, Map.of("app", app));
    }

    /** The jar's version; classes that were never packed are under development. */
    static String version() {
        return Optional.ofNullable(StatusRoutes.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
