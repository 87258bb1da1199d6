package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.grpc.event.Event;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Contexts that are created and deleted over HTTP, as the official client's own tests do it. */
class ContextContractTest extends NodeTest {

    private HttpResponse<String> create(String name) {
        return Http.send("POST", node.httpPort(), "/v1/context", "{\"context\": \"" + name + "\"}");
    }

    private HttpResponse<String> delete(String name) {
        return Http.send("DELETE", node.httpPort(), "/v1/context/" + name);
    }

    private String contexts() {
        return Http.get(node.httpPort(), "/v1/public/context").body();
    }

    @Test
    void keepsContextsApart() {
        assertThat(create("other").statusCode()).isEqualTo(202);
        append(connect("one"), Events.of("A", 0));
        append(connect("two", "other"), Events.range("A", 0, 3));

        assertThat(contexts()).isEqualTo("[{\"context\":\"default\"},{\"context\":\"other\"}]");
        assertThat(history(connect("three"), "A")).hasSize(1);
        assertThat(history(connect("four", "other"), "A")).hasSize(3);
    }

    @Test
    void knowsACreatedContextAfterARestart() {
        create("other");
        append(connect("one", "other"), Events.of("A", 0));
        restartNode();

        assertThat(history(connect("two", "other"), "A"))
                .extracting(Event::getAggregateIdentifier)
                .containsExactly("A");
    }

    @Test
    void forgetsADeletedContextForGood() {
        create("other");
        append(connect("one", "other"), Events.of("A", 0));

        assertThat(delete("other").statusCode()).isEqualTo(202);
        assertThat(contexts()).doesNotContain("other");
        restartNode();
        assertThat(contexts()).doesNotContain("other");
        create("other");
        assertThat(history(connect("two", "other"), "A")).isEmpty();
        assertThat(data.resolve("deleted")).doesNotExist();
    }

    @Test
    void removesWhatAKilledNodeHadBegunToDelete() throws IOException {
        node.close();
        Files.createDirectories(data.resolve("deleted/other-1"));
        Files.writeString(data.resolve("deleted/other-1/000004.log"), "left");
        node = AxonServerNode.start(NodeSettings.in(data).withPorts(0, 0));

        assertThat(data.resolve("deleted")).doesNotExist();
        assertThat(contexts()).doesNotContain("other");
    }

    @Test
    void endsTheStreamsOfADeletedContextAndNoOthers() throws Exception {
        create("other");
        var gone = connect("one", "other").eventChannel().openStream(-1, 10);
        var staying = connect("two").eventChannel().openStream(-1, 10);
        gone.nextIfAvailable();
        delete("other");

        await().until(gone::isClosed);
        append(connect("three"), Events.of("A", 0));
        assertThat(take(staying, 1)).hasSize(1);
        assertThat(staying.isClosed()).isFalse();
    }

    @Test
    void letsTheOfficialTestsEmptyTheDefaultContext() {
        append(connect("before"), Events.range("A", 0, 3));
        assertThat(delete("default").statusCode()).isEqualTo(202);
        assertThat(contexts()).isEqualTo("[]");
        assertThat(create("default").statusCode()).isEqualTo(202);

        assertThat(history(connect("after"), "A")).isEmpty();
        append(connect("after"), Events.of("A", 0));
        assertThat(Http.send("DELETE", node.httpPort(), "/v1/devmode/purge-events")
                        .statusCode())
                .isEqualTo(200);
        assertThat(history(connect("later"), "A")).isEmpty();
    }

    @Test
    void preparesTheContextsOfANewServer() {
        assertThat(Http.send("POST", node.httpPort(), "/v1/context/init").statusCode())
                .isEqualTo(202);
        assertThat(contexts()).contains("_admin", "default");
        assertThat(delete("_admin").statusCode()).isEqualTo(409);
    }

    @Test
    void refusesNamesThatAreTakenOrNone() {
        create("other");
        assertThat(create("other").statusCode()).isEqualTo(409);
        assertThat(create("../../etc").statusCode()).isEqualTo(400);
        assertThat(create("").statusCode()).isEqualTo(400);
        assertThat(delete("nothing").statusCode()).isEqualTo(404);
        var dcb = "{\"context\": \"dcb\", \"dcbContext\": true}";
        assertThat(Http.send("POST", node.httpPort(), "/v1/context", dcb).statusCode())
                .isEqualTo(501);
    }

    @Test
    void measuresAContextAsLongAsItIsThere() {
        create("other");
        append(connect("one", "other"), Events.range("A", 0, 3));
        assertThat(metrics()).contains("node_events_appended_total{context=\"other\"} 3.0");

        delete("other");
        assertThat(metrics()).contains("context=\"default\"").doesNotContain("context=\"other\"");
    }

    private String metrics() {
        return Http.get(node.httpPort(), "/actuator/prometheus").body();
    }
}
