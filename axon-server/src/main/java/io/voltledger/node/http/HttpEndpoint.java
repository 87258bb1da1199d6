package io.voltledger.node.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The node's HTTP server, on the JDK's own: what the node is doing, and the steering of event processors. */
public final class HttpEndpoint implements AutoCloseable {

    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private static final String COMPONENTS = "/v1/components/";
    private static final Pattern PROCESSOR = Pattern.compile("/v1/components/([^/]+)/processors/([^/]+)/(.+)");

    private record Answer(int status, String type, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HttpEndpoint(InetSocketAddress address, Status status) throws IOException {
        server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        serve("/actuator/health", () -> health(status));
        serve("/actuator/info", () -> new Answer(200, JSON, "{\"app\":{\"name\":\"voltledger-node\"}}"));
        serve("/actuator/prometheus", () -> new Answer(200, TEXT, status.metrics()));
        serve("/v1/public/context", () -> contexts(status));
        server.createContext(COMPONENTS, exchange -> send(exchange, operate(exchange, status)));
        server.createContext("/", exchange -> send(exchange, problem(404)));
    }

    public static HttpEndpoint start(InetSocketAddress address, Status status) throws IOException {
        var endpoint = new HttpEndpoint(address, status);
        endpoint.server.start();
        return endpoint;
    }

    private static Answer health(Status status) {
        return status.isUp()
                ? new Answer(200, JSON, "{\"status\":\"UP\"}")
                : new Answer(503, JSON, "{\"status\":\"DOWN\"}");
    }

    private static Answer contexts(Status status) {
        var names = status.contexts().stream().map("{\"context\":\"%s\"}"::formatted);
        return new Answer(200, JSON, names.collect(joining(",", "[", "]")));
    }

    private void serve(String path, Supplier<Answer> answer) {
        server.createContext(path, exchange -> {
            var exact = exchange.getRequestURI().getPath().equals(path);
            var readable = exchange.getRequestMethod().equals("GET");
            send(exchange, !exact ? problem(404) : !readable ? problem(405) : answer.get());
        });
    }

    private static Answer operate(HttpExchange exchange, Status status) {
        var path = PROCESSOR.matcher(exchange.getRequestURI().getPath());
        var operation = path.matches() ? ProcessorOperation.at(path.group(3)) : Optional.<ProcessorOperation>empty();
        if (operation.isEmpty()) {
            return problem(404);
        }
        if (!exchange.getRequestMethod().equals("PATCH")) {
            return problem(405);
        }
        var done = status.operate(operation.get(), path.group(1), path.group(2));
        return done ? new Answer(200, JSON, "{}") : problem(404);
    }

    private static Answer problem(int status) {
        return new Answer(status, JSON, "{\"status\":" + status + "}");
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            var body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
