package io.voltledger.runtime.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltledger.api.token.IdToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what, where operators are configured. */
@SuppressWarnings("NullAway.Init")
class SignInTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        context = running(operator(0, "vera", "VIEWER"), operator(1, "otto", "OPERATOR"), operator(2, "ada", "ADMIN"));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void asksWhoItIs() {
        HttpResponse<String> answer = send("GET", "/api/sessions", null, null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic realm");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"not-signed-in\"")
                .contains("urn:voltledger:problem:not-signed-in");
        assertThat(send("GET", "/api/sessions", "vera", "wrong").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/api/sessions", "nobody", "secret-nobody").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/sessions, 200, 200, 200",
        "GET, /, 200, 200, 200",
        "GET, /actuator/prometheus, 200, 200, 200",
        "GET, /api/tokens, 403, 200, 200",
        "GET, /api/tokens/TAG1, 403, 200, 200",
        "POST, /api/charge-points/CP-1/commands/Reset, 403, 200, 200",
        "POST, /api/tariffs/quote, 403, 200, 200",
        "POST, /api/refunds/r/approval, 403, 200, 200",
        "PUT, /api/members/m/contact, 403, 200, 200",
        "POST, /api/charge-points, 403, 403, 200",
        "PUT, /api/charge-points/CP-1/password, 403, 403, 200",
        "PUT, /api/tariffs/t/draft, 403, 403, 200",
        "DELETE, /api/tariff-rules/r, 403, 403, 200",
        "POST, /api/tokens, 403, 403, 200",
        "PUT, /api/quirk-profiles/q, 403, 403, 200",
        "POST, /api/operations/dead-letters/d/redrive, 403, 403, 200",
        "POST, /api/pending-stations/s/accept, 403, 403, 200",
        "POST, /actuator/loggers/io.voltledger, 403, 403, 200",
        "PATCH, /api/whatever-comes-later, 403, 200, 200"
    })
    void allowsEachRoleItsOwn(String method, String path, int viewer, int operator, int admin) {
        assertThat(List.of(as("vera", method, path), as("otto", method, path), as("ada", method, path)))
                .containsExactly(viewer, operator, admin);
    }

    @Test
    void tellsTheWorldNothingButItsHealth() {
        assertThat(send("GET", "/actuator/health/readiness", null, null).statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/api/payment-provider/webhooks", null, null).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/actuator/prometheus", null, null).statusCode()).isEqualTo(401);
        assertThat(send("GET", "/swagger-ui.html", null, null).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Origin, https://evil.example, 403",
        "Origin, null, 403",
        "Origin, http://SELF, 200",
        "X-Nothing, said, 200"
    })
    void letsNoOtherSiteChangeAnything(String header, String value, int status) {
        String own = value.replace("SELF", "127.0.0.1:" + port());
        assertThat(send("POST", "/api/bills/b/refunds", "otto", "secret-otto", header, own)
                        .statusCode())
                .isEqualTo(status);
        assertThat(send("GET", "/api/sessions", "otto", "secret-otto", header, own)
                        .statusCode())
                .as("reading")
                .isEqualTo(200);
    }

    @Test
    void coversForViewersWhatTheyMustNotSee() {
        String covered = body("vera", "/api/documents");
        assertThat(covered)
                .doesNotContain("04A1B2", "TAG-9", "hunter2")
                .contains("\"amount\":1.50", "\"member\":\"M-1\"", "Accepted", "token *** is BLOCKED");
        assertThat(body("otto", "/api/documents")).contains("04A1B2", "TAG-9", "hunter2", "\"amount\":1.50");
    }

    @ParameterizedTest
    @CsvSource({"token, 403", "idTag, 403", "parentIdTag, 403", "token.value, 403", "station, 200", "limit, 200"})
    void letsViewersAskByNothingThatIsCovered(String parameter, int status) {
        String list = "/api/things?" + parameter + "=04A1B2";
        assertThat(as("vera", "GET", list)).isEqualTo(status);
        assertThat(as("otto", "GET", list)).isEqualTo(200);
        if (status == 403) {
            assertThat(send("GET", list, "vera", "secret-vera").body())
                    .contains("\"code\":\"covered-filter\"")
                    .doesNotContain("04A1B2");
        }
    }

    @Test
    void knowsWhoActs() {
        assertThat(body("otto", "/api/who")).isEqualTo("operator:otto otto");
        try (ConfigurableApplicationContext open = running()) {
            assertThat(send(open, "GET", "/api/who", null, null).body()).isEqualTo("operator:api said");
        }
    }

    @Test
    void leavesEverythingOpenWithoutOperators() {
        try (ConfigurableApplicationContext open = running()) {
            assertThat(open.containsBean("springSecurityFilterChain")).isFalse();
            HttpResponse<String> answer =
                    send(open, "POST", "/api/tariffs/t/draft", null, null, "Origin", "https://evil.example");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().map()).doesNotContainKeys("X-Frame-Options", "Cache-Control");
            assertThat(send(open, "GET", "/api/documents", null, null).body()).contains("04A1B2");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "voltledger.operators[0].name=anna, passwordHash",
        "voltledger.operators[0].roles=ADMIN, name",
        "voltledger.operators[0].password-hash=plain, passwordHash"
    })
    void startsWithNoOperatorHalfConfigured(String setting, String field) {
        assertThatThrownBy(() -> running(List.of("--" + setting)).close())
                .hasStackTraceContaining("voltledger")
                .hasStackTraceContaining(field);
    }

    private static List<String> operator(int index, String name, String role) {
        String prefix = "--voltledger.operators[" + index + "].";
        return List.of(
                prefix + "name=" + name,
                prefix + "password-hash=" + new BCryptPasswordEncoder(4).encode("secret-" + name),
                prefix + "roles=" + role);
    }

    @SafeVarargs
    private static ConfigurableApplicationContext running(List<String>... operators) {
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off"));
        List.of(operators).forEach(arguments::addAll);
        return new SpringApplicationBuilder(Application.class).run(arguments.toArray(String[]::new));
    }

    private static int as(String name, String method, String path) {
        return send(method, path, name, "secret-" + name).statusCode();
    }

    private static String body(String name, String path) {
        HttpResponse<String> answer = send("GET", path, name, "secret-" + name);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static int port() {
        return port(context);
    }

    private static int port(ConfigurableApplicationContext of) {
        return of.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static HttpResponse<String> send(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String name,
            @org.jspecify.annotations.Nullable String password,
            String... headers) {
        return send(context, method, path, name, password, headers);
    }

    private static HttpResponse<String> send(
            ConfigurableApplicationContext of,
            String method,
            String path,
            @org.jspecify.annotations.Nullable String name,
            @org.jspecify.annotations.Nullable String password,
            String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(of) + path))
                .method(method, BodyPublishers.noBody());
        if (name != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8)));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Answers everything: what is asked here is who may ask. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        SignInAutoConfiguration.class
    })
    static class Application {

        @RestController
        static class Everything {

            record Document(
                    IdToken token,
                    String member,
                    java.math.BigDecimal amount,
                    Map<String, Object> payload,
                    String aggregate) {}

            @RequestMapping("/api/documents")
            Document document() {
                return new Document(
                        new IdToken("04a1b2"),
                        "M-1",
                        new java.math.BigDecimal("1.50"),
                        Map.of(
                                "request", Map.of("idTag", "04A1B2", "connectorId", 1),
                                "text", "{\"idToken\":\"TAG-9\",\"status\":\"Accepted\"}",
                                "detail", "token 04A1B2 is BLOCKED",
                                "key", "AuthorizationKey",
                                "value", "hunter2"),
                        "token/04A1B2");
            }

            @RequestMapping("/api/who")
            String who() {
                return SignedIn.actor() + " " + SignedIn.nameOr("said");
            }

            @RequestMapping("/**")
            String everything() {
                return "here";
            }
        }
    }
}
