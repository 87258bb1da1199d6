package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.axoniq.axonserver.connector.query.QueryDefinition;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.voltledger.node.access.AccessSettings;
import io.voltledger.node.access.Grant;
import io.voltledger.node.access.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PageTest extends NodeTest {

    private static final String TOKEN = "the-token-of-all-applications";

    @Override
    NodeSettings settings() {
        return super.settings().withSecurity(NodeSecurity.NONE.withAccess(new AccessSettings(TOKEN, null)));
    }

    private HttpResponse<String> get(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.httpPort() + path))
                .header("AxonIQ-Access-Token", token)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode context(String name) {
        try {
            var view = new ObjectMapper().readTree(get("/v1/node", TOKEN).body());
            for (var context : view.path("node").path("contexts")) {
                if (context.path("name").asText().equals(name)) {
                    return context;
                }
            }
            throw new AssertionError("No context " + name + " in " + view);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isServedToEverybodyAndLoadsNothingFromElsewhere() {
        var page = get("/", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("http:", "https:", "style=", "onclick");
        for (var part : List.of("/page/node.css", "/page/node.js", "/page/view.js", "/page/icon.svg")) {
            assertThat(get(part, "").statusCode()).as(part).isEqualTo(200);
        }
    }

    @Test
    void showsWhatAContextHolds() {
        var connection = open("billing", "default", application -> application.token(TOKEN));
        append(connection, Events.range("A", 0, 3));

        var shown = context("default");

        assertThat(shown.path("lastToken").asLong()).isEqualTo(2);
        assertThat(shown.path("events").asLong()).isEqualTo(3);
        assertThat(shown.path("writable").asBoolean()).isTrue();
        assertThat(shown.path("bytes").asLong()).isPositive();
    }

    @Test
    void showsWhatTheCheckAtTheStartCutOff() throws IOException {
        append(open("billing", "default", application -> application.token(TOKEN)), Events.range("A", 0, 3));
        assertThat(context("default").path("cutEnds")).isEmpty();
        node.close();
        var log = tear(data.resolve("contexts/default"));
        node = AxonServerNode.start(settings());

        var cut = context("default").path("cutEnds").path(0);
        assertThat(cut.path("file").asText()).isEqualTo(log);
        assertThat(cut.path("bytes").asLong()).isPositive();
        assertThat(cut.path("why").asText()).isNotEmpty();
        assertThat(get("/page/view.js", "").body()).contains("context.cutEnds");
    }

    /** Leaves the newest log a byte short, as a crash within a write does; the answer is its name. */
    private static String tear(Path store) throws IOException {
        Files.delete(store.resolve("WATERMARK"));
        try (var files = Files.list(store)) {
            var log = files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow();
            try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() - 1);
            }
            return String.valueOf(log.getFileName());
        }
    }

    @Test
    void showsWhoIsConnectedAndWhatTheyHandle() throws Exception {
        var connection = open("billing", "default", application -> application.token(TOKEN));
        connection
                .commandChannel()
                .registerCommandHandler(
                        command -> CompletableFuture.completedFuture(CommandResponse.getDefaultInstance()), 100, "Pay")
                .awaitAck(5, TimeUnit.SECONDS);
        connection
                .queryChannel()
                .registerQueryHandler(
                        (query, answer) -> answer.sendLast(QueryResponse.getDefaultInstance()),
                        new QueryDefinition("FindBill", "Bill"))
                .awaitAck(5, TimeUnit.SECONDS);

        await().untilAsserted(() -> {
            var shown = context("default");
            assertThat(shown.path("applications").findValuesAsText("component")).containsExactly("billing");
            assertThat(shown.path("commandHandlers").findValuesAsText("name")).containsExactly("Pay");
            assertThat(shown.path("queryHandlers").findValuesAsText("name")).containsExactly("FindBill");
        });
    }

    @Test
    void showsOnlyContextsThatTheReaderMayMonitor() {
        var monitor = List.of(new Grant(Role.MONITOR, "elsewhere"));
        var token = node.applications().add("monitor", "", monitor, null).token();

        assertThat(get("/v1/node", token).body())
                .contains("\"caller\":\"monitor\"")
                .doesNotContain("\"default\"");
    }

    @Test
    void showsNothingToWhoMayMonitorNothing() {
        var grants = List.of(new Grant(Role.USE_CONTEXT, "default"));
        var token = node.applications().add("billing", "", grants, null).token();

        assertThat(get("/v1/node", token).statusCode()).isEqualTo(403);
        assertThat(get("/v1/node", "wrong").statusCode()).isEqualTo(401);
    }
}
