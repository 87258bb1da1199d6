package io.voltledger.node;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.axoniq.axonserver.connector.event.PersistentStreamProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.event.axon.PersistentStreamMessageSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Axon Framework's subscribing event processor on a persistent stream, in two applications. */
class PersistentStreamFrameworkTest extends NodeTest {

    private static final String NAME = "bills";
    private static final int AGGREGATES = 8;

    /** Fails once, then takes everything. */
    static class Bills {
        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();

        Bills(int failures) {
            this.failures.set(failures);
        }

        @EventHandler
        void on(String event) {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
            seen.add(event);
        }
    }

    private final List<Configuration> running = new ArrayList<>();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);

    private Configuration start(String client, Bills bills) {
        var server = AxonServerConfiguration.builder()
                .servers("127.0.0.1:" + node.grpcPort())
                .componentName("billing")
                .clientId(client)
                .build();
        var properties = new PersistentStreamProperties(
                NAME, 4, "SequentialPerAggregatePolicy", List.of(), PersistentStreamProperties.TAIL_POSITION, "");
        var configuration = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(c -> JacksonSerializer.builder()
                        .objectMapper(new ObjectMapper())
                        .build())
                .registerComponent(AxonServerConfiguration.class, c -> server)
                .registerEventHandler(c -> bills)
                .eventProcessing(processing -> processing
                        .byDefaultAssignTo(NAME)
                        .registerDefaultListenerInvocationErrorHandler(
                                c -> org.axonframework.eventhandling.PropagatingErrorHandler.instance())
                        .registerSubscribingEventProcessor(
                                NAME, c -> new PersistentStreamMessageSource(NAME, c, properties, scheduler, 10)))
                .start();
        running.add(configuration);
        return configuration;
    }

    @AfterEach
    void stopApplications() {
        running.reversed().forEach(Configuration::shutdown);
        scheduler.shutdownNow();
    }

    private static void publish(Configuration application, int sequence) {
        for (var aggregate = 0; aggregate < AGGREGATES; aggregate++) {
            application
                    .eventStore()
                    .publish(new GenericDomainEventMessage<>(
                            "Session", "S" + aggregate, sequence, "S" + aggregate + "/" + sequence));
        }
    }

    @Test
    void handlesEveryEventInOneOfTwoApplicationsThoughOneFails() {
        var first = new Bills(1);
        var second = new Bills(0);
        var one = start("one", first);
        publish(one, 0);
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(first.seen).hasSize(AGGREGATES));
        start("two", second);
        var watch = connect("watch").eventChannel();
        await().atMost(20, SECONDS).until(() -> {
            var segments = result(watch.persistentStreams()).getFirst().getSegmentsList();
            return segments.stream()
                            .filter(segment -> segment.getClientId().equals("two"))
                            .count()
                    == 2;
        });
        publish(one, 1);

        await().atMost(20, SECONDS).untilAsserted(() -> {
            var seen = new ArrayList<>(first.seen);
            seen.addAll(second.seen);
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 2 * AGGREGATES)
                            .mapToObj(i -> "S" + i % AGGREGATES + "/" + i / AGGREGATES)
                            .toList());
        });
        assertThat(second.seen).isNotEmpty();
    }
}
