package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.node.access.AccessSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class HttpAccessTest extends NodeTest {

    private static final String TOKEN = "the-token-of-all-applications";
    private static final String ADMIN_TOKEN = "the-token-of-administrators";
    private static final String READER =
            "{\"name\":\"reader\",\"roles\":[{\"context\":\"default\",\"roles\":[\"READ_EVENTS\"]}]}";

    @Override
    NodeSettings settings() {
        return super.settings().withSecurity(NodeSecurity.NONE.withAccess(new AccessSettings(TOKEN, ADMIN_TOKEN)));
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.httpPort() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> admin(String method, String path, String body) {
        return send(method, path, body, "AxonIQ-Access-Token", ADMIN_TOKEN);
    }

    private int get(String path, String token) {
        return send("GET", path, "", "AxonIQ-Access-Token", token).statusCode();
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void tellsEverybodyWhetherItLives() {
        assertThat(send("GET", "/actuator/health", "").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsNobodyElseAnything() {
        for (var path : new String[] {"/actuator/prometheus", "/actuator/info", "/v1/public/context", "/nowhere"}) {
            var refused = send("GET", path, "");
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
        }
        assertThat(get("/actuator/prometheus", "wrong")).isEqualTo(401);
    }

    @Test
    void showsMetricsToWhoMayMonitor() {
        assertThat(get("/actuator/prometheus", TOKEN)).isEqualTo(200);
        assertThat(get("/actuator/prometheus", ADMIN_TOKEN)).isEqualTo(200);
        assertThat(send("GET", "/actuator/prometheus", "", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsOnlyAdministratorsChangeContexts() {
        var body = "{\"context\":\"fresh\"}";

        assertThat(send("POST", "/v1/context", body, "AxonIQ-Access-Token", TOKEN)
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin("POST", "/v1/context", body).statusCode()).isEqualTo(202);
    }

    @Test
    void makesAnApplicationThatCanConnectAtOnce() throws IOException {
        var made = admin("POST", "/v1/applications", READER);

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).hasValue("/v1/applications/reader");
        var token = json(made).path("token").asText();
        assertThat(get("/v1/public/context", token)).isEqualTo(200);
        assertThat(get("/actuator/prometheus", token)).isEqualTo(403);
        assertThat(admin("GET", "/v1/applications", "").body())
                .contains("\"reader\"", "READ_EVENTS")
                .doesNotContain(token);
    }

    @Test
    void renewsATokenAndRemovesAnApplication() throws IOException {
        var old = json(admin("POST", "/v1/applications", READER)).path("token").asText();
        var renewed = json(admin("POST", "/v1/applications/reader/renew", ""))
                .path("token")
                .asText();

        assertThat(get("/v1/public/context", old)).isEqualTo(401);
        assertThat(get("/v1/public/context", renewed)).isEqualTo(200);
        assertThat(admin("DELETE", "/v1/applications/reader", "").statusCode()).isEqualTo(200);
        assertThat(get("/v1/public/context", renewed)).isEqualTo(401);
        assertThat(admin("DELETE", "/v1/applications/reader", "").statusCode()).isEqualTo(404);
    }

    @Test
    void changesTheRolesOfAnApplicationAndKeepsItsToken() throws IOException {
        var token =
                json(admin("POST", "/v1/applications", READER)).path("token").asText();

        assertThat(admin("PUT", "/v1/applications/reader", "{\"roles\":[\"MONITOR@*\"]}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(get("/actuator/prometheus", token)).isEqualTo(200);
    }

    @Test
    void refusesASecondApplicationOfThatNameAndOneWithoutSense() {
        admin("POST", "/v1/applications", READER);

        assertThat(admin("POST", "/v1/applications", READER).statusCode()).isEqualTo(409);
        assertThat(admin("POST", "/v1/applications", "{\"name\":\"a\"}").statusCode())
                .isEqualTo(400);
        assertThat(admin("POST", "/v1/applications", "{\"name\":\"../a\",\"roles\":[\"ADMIN\"]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin("POST", "/v1/applications", "{").statusCode()).isEqualTo(400);
    }

    @Test
    void letsAContextsAdministratorSteerInThatContextOnly() throws IOException {
        var body = "{\"name\":\"steersman\",\"roles\":[\"CONTEXT_ADMIN@default\"]}";
        var token = json(admin("POST", "/v1/applications", body)).path("token").asText();
        var pause = "/v1/components/billing/processors/bills/pause";

        for (var scope : new String[] {"", "?context=elsewhere", "?context=elsewhere&context=default"}) {
            assertThat(send("PATCH", pause + scope, "", "AxonIQ-Access-Token", token)
                            .statusCode())
                    .as(scope)
                    .isEqualTo(403);
        }
        assertThat(send("PATCH", pause + "?context=default", "", "AxonIQ-Access-Token", token)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void countsRefusals() {
        get("/actuator/prometheus", "wrong");
        get("/v1/applications", TOKEN);

        assertThat(send("GET", "/actuator/prometheus", "", "AxonIQ-Access-Token", TOKEN)
                        .body())
                .contains("node_access_refused_total{reason=\"TOKEN\"} 1.0")
                .contains("node_access_refused_total{reason=\"ROLE\"} 1.0");
    }

    @Test
    void writesEveryActIntoTheAuditLog() throws IOException {
        try (var log = LogLines.of("io.voltledger.node.audit")) {
            var token = json(admin("POST", "/v1/applications", READER))
                    .path("token")
                    .asText();
            assertThat(log.contain("admin-token at 127.0.0.1: POST /v1/applications made /v1/applications/reader: 201"))
                    .isTrue();
            assertThat(log.contain(token)).isFalse();
        }
    }

    @Test
    void letsNoPageOfAnotherSiteChangeAnything() {
        var refused = send(
                "POST",
                "/v1/context",
                "{\"context\":\"x\"}",
                "AxonIQ-Access-Token",
                ADMIN_TOKEN,
                "Sec-Fetch-Site",
                "cross-site");

        assertThat(refused.statusCode()).isEqualTo(403);
    }
}
