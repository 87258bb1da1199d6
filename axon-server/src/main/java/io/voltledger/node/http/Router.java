package io.voltledger.node.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings each request through the filter to its route's handler, and its answer or its problem back. */
final class Router implements HttpHandler {

    private static final Logger log = LoggerFactory.getLogger(Router.class);
    private static final int LARGEST_BODY = 4 << 20;

    private final Routes routes;
    private final Filter filter;

    Router(Routes routes, Filter filter) {
        this.routes = routes;
        this.filter = filter;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Response answer(HttpExchange exchange) {
        try {
            return route(exchange);
        } catch (Problem problem) {
            return problem.response();
        } catch (IOException | RuntimeException e) {
            log.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            return new Problem(500, "internal", "The node failed", "See the node's log").response();
        }
    }

    private Response route(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        var path = Route.split(exchange.getRequestURI().getRawPath());
        var found = routes.find(method, path);
        if (found.isPresent()) {
            var route = found.get().route();
            var request = request(exchange, route.pattern(), found.get().variables());
            return filter.filter(request, route.handler());
        }
        return filter.filter(request(exchange, "", Map.of()), request -> refuse(request, routes.methods(path)));
    }

    private static Response refuse(Request request, List<String> methods) {
        if (methods.isEmpty()) {
            throw Problem.notFound("not-found", "There is nothing at " + request.path());
        }
        var detail = "%s is not for %s".formatted(request.path(), request.method());
        return new Problem(405, "method-not-allowed", "Method not allowed", detail)
                .response()
                .with("Allow", String.join(", ", methods));
    }

    private static Request request(HttpExchange exchange, String route, Map<String, String> variables)
            throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Problem(413, "too-large", "Too large", "A body has at most " + LARGEST_BODY + " bytes");
        }
        var uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                route,
                variables,
                Query.parse(uri.getRawQuery()),
                exchange.getRequestHeaders(),
                body,
                exchange.getRemoteAddress());
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        var bodiless = exchange.getRequestMethod().equals("HEAD") || response.body().length == 0;
        exchange.sendResponseHeaders(response.status(), bodiless ? -1 : response.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(response.body());
        }
    }
}
