package io.voltledger.node.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final Filter ONLY_READERS = (request, next) -> {
        if (request.header("access").isEmpty()) {
            throw new Problem(403, "not-allowed", "Not allowed", "No access to " + request.route());
        }
        return next.handle(request);
    };

    private final Routes routes = new Routes()
            .get("/things/{thing}", request -> echo("thing " + request.variable("thing")))
            .get(
                    "/things/list",
                    request -> echo("list of " + request.parameter("kind").orElse("all")))
            .add("POST", "/things", request -> echo(request.json().path("name").asText()))
            .get("/broken", request -> {
                throw new IllegalStateException("secret");
            });

    private static Response echo(String text) {
        return Response.text(200, "text/plain", text);
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        return send(Filter.NONE, method, path, body, headers);
    }

    private HttpResponse<String> send(Filter filter, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        try (var endpoint = HttpEndpoint.start(new InetSocketAddress("127.0.0.1", 0), null, routes, filter);
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                    .method(method, BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Test
    void decodesVariablesAndParameters() throws Exception {
        assertThat(send("GET", "/things/a%2Fb%20c+d", "").body()).isEqualTo("thing a/b c+d");
        assertThat(send("GET", "/things/list?kind=red+ones&x", "").body()).isEqualTo("list of red ones");
    }

    @Test
    void prefersAFixedPathToAPattern() throws Exception {
        assertThat(send("GET", "/things/list", "").body()).isEqualTo("list of all");
    }

    @Test
    void readsJson() throws Exception {
        assertThat(send("POST", "/things", "{\"name\":\"box\"}").body()).isEqualTo("box");
        assertThat(send("POST", "/things", "{\"name\":").statusCode()).isEqualTo(400);
        assertThat(send("POST", "/things", "").body()).isEmpty();
    }

    @Test
    void tellsNothingOfItsInsideWhenItFails() throws Exception {
        var failure = send("GET", "/broken", "");

        assertThat(failure.statusCode()).isEqualTo(500);
        assertThat(failure.body()).doesNotContain("secret");
    }

    @Test
    void letsAFilterSeeTheRouteBeforeAnythingIsAnswered() throws Exception {
        var refused = send(ONLY_READERS, "GET", "/things/1", "");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("No access to /things/{thing}");
        assertThat(send(ONLY_READERS, "GET", "/nowhere", "").statusCode()).isEqualTo(403);
        assertThat(send(ONLY_READERS, "GET", "/things/1", "", "Access", "yes").statusCode())
                .isEqualTo(200);
    }
}
