package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Event processors over HTTP. */
class ProcessorContractTest extends NodeTest {

    private static final String PROCESSORS = "/v1/components/billing/processors";

    private FakeProcessor run(FakeProcessor processor) {
        processor.in(connect("billing"));
        await().until(() -> Http.get(node.httpPort(), PROCESSORS).body().contains("segmentId"));
        return processor;
    }

    private int patch(String operation) {
        return Http.patch(node.httpPort(), PROCESSORS + "/bills/" + operation);
    }

    @Test
    void pausesAndStartsAProcessor() {
        var processor = run(FakeProcessor.with(1, 1));

        assertThat(patch("pause?tokenStoreIdentifier=store&context=default")).isEqualTo(200);
        assertThat(patch("start")).isEqualTo(200);
        assertThat(processor.told).containsExactly("pause", "start");
    }

    @Test
    void splitsTheLargestSegmentAndMergesTheSmallest() {
        var processor = run(FakeProcessor.with(1, 2, 4, 4, 4));

        assertThat(patch("segments/split")).isEqualTo(200);
        assertThat(patch("segments/merge")).isEqualTo(200);
        assertThat(processor.told).containsExactly("split 0", "merge 3");
    }

    @Test
    void movesASegmentByHavingAllOthersReleaseIt() {
        var processor = run(FakeProcessor.with(1, 2, 2));

        assertThat(patch("segments/0/move?target=foo")).isEqualTo(200);
        assertThat(processor.told).containsExactly("release 0");
        assertThat(patch("segments/0/move")).isEqualTo(400);
        assertThat(patch("segments/x/move?target=foo")).isEqualTo(400);
    }

    @Test
    void showsComponentsAndTheirProcessors() throws IOException {
        run(FakeProcessor.with(3, 1));

        var components = Http.get(node.httpPort(), "/v1/components?context=default");
        assertThat(components.body()).contains("\"name\":\"billing\"");
        var shown = new ObjectMapper()
                .readTree(Http.get(node.httpPort(), PROCESSORS + "?context=default")
                        .body())
                .get(0);
        assertThat(shown.get("name").asText()).isEqualTo("bills");
        assertThat(shown.at("/tokenStoreIdentifier").asText()).isEqualTo("store");
        assertThat(shown.at("/instances/0/availableThreads").asInt()).isEqualTo(3);
        assertThat(shown.at("/segments/0/tokenPosition").asInt()).isEqualTo(100);
        assertThat(shown.at("/segments/0/caughtUp").asBoolean()).isTrue();
        assertThat(shown.at("/segments/0/clientId").asText()).startsWith("billing");
        assertThat(Http.get(node.httpPort(), PROCESSORS + "?context=other").body())
                .isEqualTo("[]");
    }

    @Test
    void saysWhatTheApplicationCouldNotDo() {
        var processor = run(FakeProcessor.with(1, 1));
        processor.answer = CompletableFuture.completedFuture(false);

        assertThat(patch("segments/split")).isEqualTo(502);
        assertThat(patch("segments/merge")).isEqualTo(502);
        assertThat(processor.told).containsExactly("split 0");
    }

    /** A handler that returns null makes the connector break its stream off; the official tests use mocks that do this. */
    @Test
    void hasToldAnApplicationThatBreaksOffMeanwhile() {
        var processor = run(FakeProcessor.with(1, 1));
        processor.answer = nothing();

        assertThat(patch("segments/split")).isEqualTo(200);
        assertThat(processor.told).containsExactly("split 0");
    }

    @SuppressWarnings("NullAway")
    private static CompletableFuture<Boolean> nothing() {
        return null;
    }

    @Test
    void knowsWhichProcessorsThereAreNot() {
        run(FakeProcessor.with(1, 1));

        assertThat(patch("pause?context=other")).isEqualTo(404);
        assertThat(patch("pause?tokenStoreIdentifier=other")).isEqualTo(404);
        assertThat(patch("explode")).isEqualTo(404);
        assertThat(Http.patch(node.httpPort(), "/v1/components/other/processors/bills/pause"))
                .isEqualTo(404);
    }

    @Test
    void keepsAProcessorBalancedWhenToldSo() {
        run(FakeProcessor.with(1, 1));

        var path = PROCESSORS + "/bills/autoloadbalance?strategy=";
        assertThat(Http.send("PUT", node.httpPort(), path + "threadNumber").statusCode())
                .isEqualTo(200);
        assertThat(Http.send("PUT", node.httpPort(), path + "byGuess").statusCode())
                .isEqualTo(400);
        assertThat(Http.get(node.httpPort(), PROCESSORS).body()).contains("\"loadBalancingStrategy\":\"threadNumber\"");
        assertThat(patch("loadbalance?strategy=threadNumber")).isEqualTo(200);
        assertThat(Http.get(node.httpPort(), "/v1/processors/loadbalance/strategies")
                        .body())
                .contains("default", "threadNumber");
    }
}
