package io.voltledger.node;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.axoniq.axonserver.connector.admin.AdminChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two applications with Axon Framework that share the segments of a pooled streaming processor. */
class ProcessorFrameworkTest extends NodeTest {

    private static final String NAME = "bills";
    private static final int SEGMENTS = 4;

    /** Handles nothing that comes. */
    static class Bills {
        @EventHandler
        void on(String event) {}
    }

    private final ClaimedTokens tokens = new ClaimedTokens();
    private final List<Configuration> running = new ArrayList<>();

    private Configuration start(String client) {
        var server = AxonServerConfiguration.builder()
                .servers("127.0.0.1:" + node.grpcPort())
                .componentName("billing")
                .clientId(client)
                .build();
        var configuration = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(c -> JacksonSerializer.builder()
                        .objectMapper(new ObjectMapper())
                        .build())
                .registerComponent(AxonServerConfiguration.class, c -> server)
                .registerEventHandler(c -> new Bills())
                .eventProcessing(processing -> processing
                        .byDefaultAssignTo(NAME)
                        .registerTokenStore(c -> tokens.of(client))
                        .registerPooledStreamingEventProcessor(
                                NAME,
                                Configuration::eventStore,
                                (c, builder) -> builder.initialSegmentCount(SEGMENTS)
                                        .tokenClaimInterval(100)
                                        .claimExtensionThreshold(1000)))
                .start();
        running.add(configuration);
        return configuration;
    }

    @AfterEach
    void stopApplications() {
        running.reversed().forEach(Configuration::shutdown);
    }

    private static StreamingEventProcessor processor(Configuration application) {
        return application
                .eventProcessingConfiguration()
                .eventProcessor(NAME, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private static Set<Integer> segments(Configuration application) {
        return new TreeMap<>(processor(application).processingStatus()).keySet();
    }

    private static AdminChannel admin(Configuration application) {
        return application
                .getComponent(AxonServerConnectionManager.class)
                .getConnection()
                .adminChannel();
    }

    private String processors() {
        return Http.get(node.httpPort(), "/v1/components/billing/processors").body();
    }

    @Test
    void splitsMergesMovesPausesAndBalancesBetweenTwoApplications() {
        var one = start("one");
        await().atMost(20, SECONDS).until(() -> segments(one).size() == SEGMENTS);
        var two = start("two");
        await().atMost(20, SECONDS).until(() -> processors().contains("\"clientId\":\"two\""));
        var admin = admin(two);

        result(admin.moveEventProcessorSegment(NAME, "claimed-tokens", 1, "two"));
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(segments(two)).containsExactly(1));

        result(admin.setAutoLoadBalanceStrategy(NAME, "claimed-tokens", "threadNumber"));
        await().atMost(20, SECONDS).untilAsserted(() -> {
            assertThat(segments(one)).hasSize(2);
            assertThat(segments(two)).hasSize(2);
        });

        result(admin.pauseEventProcessor(NAME, "claimed-tokens"));
        assertThat(processor(one).isRunning()).isFalse();
        assertThat(processor(two).isRunning()).isFalse();
        result(admin.startEventProcessor(NAME, "claimed-tokens"));
        assertThat(processor(one).isRunning()).isTrue();
    }

    @Test
    void splitsAndMergesAcrossTwoApplications() {
        var one = start("one");
        await().atMost(20, SECONDS).until(() -> segments(one).size() == SEGMENTS);
        var two = start("two");
        await().atMost(20, SECONDS).until(() -> processors().contains("\"clientId\":\"two\""));
        var admin = admin(one);
        result(admin.moveEventProcessorSegment(NAME, "claimed-tokens", 1, "two"));
        await().atMost(20, SECONDS)
                .until(() -> processors().contains("\"segmentId\":1,\"onePartOf\":4,\"clientId\":\"two\""));

        result(admin.mergeEventProcessor(NAME, "claimed-tokens"));
        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> assertThat(tokens.of("any").fetchSegments(NAME)).containsExactly(0, 1, 2));
        await().atMost(20, SECONDS).until(() -> processors().contains("\"segmentId\":1,\"onePartOf\":2"));
        result(admin.splitEventProcessor(NAME, "claimed-tokens"));
        assertThat(tokens.of("any").fetchSegments(NAME)).containsExactly(0, 1, 2, 3);
    }
}
