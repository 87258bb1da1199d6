package io.voltledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.query.history.Day;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the roles of operators see of drivers' id tags, in every answer of the reading side and in the console. */
@SuppressWarnings("NullAway.Init")
class SignInTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Platform platform;
    private static Set<String> tags;
    private static List<String> sessions;

    @BeforeAll
    static void start() {
        Map<String, Object> settings = new HashMap<>();
        settings.putAll(operator(0, "vera", "VIEWER"));
        settings.putAll(operator(1, "otto", "OPERATOR"));
        platform = Platform.start("signin", settings);
        platform.record(new Day(Instant.now()).history().facts());
        platform.awaitProjections();
        tags = new TreeSet<>();
        sessions = new ArrayList<>();
        for (JsonNode session : json("otto", "/api/sessions?limit=200").path("items")) {
            sessions.add(session.path("id").asString());
            if (session.path("token").isString()) {
                tags.add(session.path("token").asString());
            }
        }
        assertThat(tags).isNotEmpty().doesNotContain("***");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void asksWhoItIsEverywhere() throws Exception {
        for (String path :
                List.of("/", "/api/sessions", "/v3/api-docs", "/console/console.js", "/stations/CP-PLAZA-1")) {
            assertThat(HTTP.send(
                                    HttpRequest.newBuilder(URI.create(platform.url() + path))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void showsNoTagToViewersInAnyList() {
        List<String> lists = new ArrayList<>();
        json("otto", "/v3/api-docs").path("paths").forEachEntry((path, operations) -> {
            if (operations.has("get") && !path.contains("{") && !path.endsWith("/live") && !path.endsWith("/quote")) {
                lists.add(path);
            }
        });
        assertThat(lists).contains("/api/sessions", "/api/bills", "/api/station-commands");
        lists.remove("/api/tokens");
        lists.removeIf(path -> status("otto", path) != 200);
        assertThat(lists).allSatisfy(path -> coveredAt(path));
    }

    /** What a list holds for a guessed tag would tell that the guess is right. */
    @Test
    void letsViewersAskByNoTag() {
        String tag = tags.iterator().next();
        List.of("token=" + tag, "token=NO-SUCH-TAG", "token.value=" + tag, "limit=1&token=" + tag)
                .forEach(filter -> assertThat(status("vera", "/api/sessions?" + filter))
                        .as(filter)
                        .isEqualTo(403));
        assertThat(answer("vera", "/api/sessions?token=" + tag).body())
                .contains("\"code\":\"covered-filter\"")
                .doesNotContain(tag);
        assertThat(json("otto", "/api/sessions?token=" + tag).path("items")).isNotEmpty();
        assertThat(status("vera", "/api/sessions?state=STOPPED&limit=1")).isEqualTo(200);
    }

    /** Whatever takes a tag, by whatever name: what comes later must not be forgotten. */
    @Test
    void knowsEveryParameterThatTakesATag() {
        List<String> open = new ArrayList<>();
        json("otto", "/v3/api-docs")
                .path("paths")
                .forEachEntry((path, operations) -> operations
                        .path("get")
                        .path("parameters")
                        .forEach(parameter -> {
                            String name = parameter.path("name").asString();
                            boolean said = parameter.toString().matches("(?is).*(token|id ?tag).*");
                            if (said
                                    && parameter.path("in").asString().equals("query")
                                    && status("vera", path.replaceAll("\\{\\w+}", "x") + "?" + name + "=x") != 403) {
                                open.add(path + " " + name);
                            }
                        }));
        assertThat(open).isEmpty();
    }

    @Test
    void showsNoTagToViewersInAnySessionOrItsHistory() {
        boolean shown = false;
        for (String session : sessions) {
            coveredAt("/api/sessions/" + session);
            coveredAt("/api/audit/sessions/" + session + "/events?limit=200");
            coveredAt("/sessions/" + session);
            shown |= tags.stream()
                    .anyMatch(get("otto", "/api/audit/sessions/" + session + "/events?limit=200")::contains);
        }
        assertThat(shown).as("operators see them").isTrue();
        assertThat(get("otto", "/sessions/" + sessions.getFirst())).containsAnyOf(tags.toArray(String[]::new));
    }

    @Test
    void showsNoTagToViewersInAnyStation() {
        for (JsonNode station : json("vera", "/api/charge-points?limit=200").path("items")) {
            String at = "/api/charge-points/" + station.path("id").asString();
            List.of("", "/sessions", "/reservations", "/notices", "/charging-profiles")
                    .forEach(part -> {
                        if (status("otto", at + part) == 200) {
                            coveredAt(at + part);
                        }
                    });
        }
        coveredAt("/");
        coveredAt("/console/parts");
    }

    @Test
    void showsNoTagToViewersInTheLiveStream() throws Exception {
        assertThat(firstOfStream("vera")).contains("\"token\":\"***\"").doesNotContain(tags.toArray(String[]::new));
        assertThat(firstOfStream("otto")).containsAnyOf(tags.toArray(String[]::new));
    }

    @Test
    void tokensAreForOperators() {
        assertThat(status("vera", "/api/tokens")).isEqualTo(403);
        assertThat(status("otto", "/api/tokens")).isEqualTo(200);
    }

    @Test
    void tellsTheConsoleWhoItIsAndWhatTheyMayDo() {
        assertThat(get("vera", "/")).contains("data-may=\"read\"").contains(">vera<");
        assertThat(get("otto", "/")).contains("data-may=\"operate\"");
    }

    private static void coveredAt(String path) {
        assertThat(get("vera", path)).as(path).doesNotContain(tags.toArray(String[]::new));
    }

    /** Up to the first session of it. */
    private static String firstOfStream(String name) throws IOException, InterruptedException {
        try (InputStream stream = HTTP.send(request(name, "/api/sessions/live"), BodyHandlers.ofInputStream())
                .body()) {
            StringBuilder said = new StringBuilder();
            while (said.indexOf("\"updatedAt\"") < 0) {
                int next = stream.read();
                assertThat(next).as(said.toString()).isNotNegative();
                said.append((char) next);
            }
            return said.toString();
        }
    }

    private static Map<String, Object> operator(int index, String name, String role) {
        String prefix = "voltledger.operators[" + index + "].";
        return Map.of(
                prefix + "name", name,
                prefix + "password-hash", String.valueOf(new BCryptPasswordEncoder(4).encode("secret")),
                prefix + "roles", role);
    }

    private static JsonNode json(String name, String path) {
        return JSON.readTree(get(name, path));
    }

    private static String get(String name, String path) {
        HttpResponse<String> answer = answer(name, path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static int status(String name, String path) {
        return answer(name, path).statusCode();
    }

    private static HttpResponse<String> answer(String name, String path) {
        try {
            return HTTP.send(request(name, path), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(String name, String path) {
        return HttpRequest.newBuilder(URI.create(platform.url() + path.replace(" ", "%20")))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((name + ":secret").getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
