package io.voltledger.node.garage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.node.AxonServerNode;
import io.voltledger.node.Http;
import io.voltledger.node.NodeSettings;
import io.voltledger.node.garage.Messages.CountFrom;
import io.voltledger.node.garage.Messages.FindEnergy;
import io.voltledger.node.garage.Messages.Meter;
import io.voltledger.node.garage.Messages.Plug;
import io.voltledger.node.garage.Messages.Stop;
import io.voltledger.node.garage.Messages.Stopped;
import io.voltledger.node.garage.Messages.WhoIsThere;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventScheduler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;

/** The framework's own integration in two Spring Boot applications; the office drives, the garage handles. */
class GarageTest {

    private static final int NO_END = 3_600_000;
    private static final String PROCESSOR = "/v1/components/garage/processors/" + Readings.GROUP;

    @TempDir
    private static Path data;

    private static AxonServerNode node;
    private static ConfigurableApplicationContext garage;
    private static ConfigurableApplicationContext office;

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(30, SECONDS);
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        node = AxonServerNode.start(NodeSettings.in(data).withPorts(0, 0));
        garage = run(Garage.class, "garage");
        office = run(Office.class, "office");
        await().until(() -> segments(Readings.GROUP) == 2 && segments("IdleWatchProcessor") == 1);
    }

    private static ConfigurableApplicationContext run(Class<?> application, String name) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(
                        "spring.main.banner-mode=off",
                        "axon.axonserver.servers=127.0.0.1:" + node.grpcPort(),
                        "axon.axonserver.component-name=" + name,
                        "axon.axonserver.client-id=" + name,
                        "axon.axonserver.processors-notification-rate=200",
                        "axon.axonserver.processors-notification-initial-delay=200",
                        "axon.serializer.general=jackson",
                        "axon.eventhandling.processors.readings.mode=pooled",
                        "axon.eventhandling.processors.readings.initial-segment-count=2",
                        "axon.eventhandling.processors.readings.token-claim-interval=200",
                        "axon.eventhandling.processors.IdleWatchProcessor.mode=pooled",
                        "axon.eventhandling.processors.IdleWatchProcessor.initial-segment-count=1",
                        "axon.eventhandling.processors.bills.mode=subscribing",
                        "axon.eventhandling.processors.bills.source=bills-stream",
                        "axon.axonserver.persistent-streams.bills-stream.name=Bills",
                        "axon.axonserver.persistent-streams.bills-stream.initial-segment-count=2")
                .run();
    }

    @AfterAll
    static void stop() {
        office.close();
        garage.close();
        node.close();
    }

    private static StreamingEventProcessor processor(String name) {
        return garage.getBean(EventProcessingConfiguration.class)
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private static int segments(String processor) {
        return processor(processor).processingStatus().size();
    }

    private static <R> R send(Object command) {
        return office.getBean(CommandGateway.class).sendAndWait(command, 30, SECONDS);
    }

    private static QueryGateway queries() {
        return office.getBean(QueryGateway.class);
    }

    private static int energy(String session) {
        return queries()
                .query(new FindEnergy(session), Integer.class)
                .orTimeout(30, SECONDS)
                .join();
    }

    private static Bills bills() {
        return garage.getBean(Bills.class);
    }

    @Test
    void loadsAggregatesFromTheirSnapshots() {
        send(new Plug("snapshots", NO_END));
        for (var reading = 1; reading <= 6; reading++) {
            int sum = send(new Meter("snapshots", 10));
            assertThat(sum).isEqualTo(10 * reading);
        }
        var events = garage.getBean(AxonServerConnectionManager.class)
                .getConnection()
                .eventChannel();

        assertThat(events.loadSnapshots("snapshots", 0, Long.MAX_VALUE, 1).asStream())
                .allSatisfy(
                        snapshot -> assertThat(snapshot.getPayload().getData().toStringUtf8())
                                .contains("\"energy\":"))
                .hasSize(1);
        assertThat(events.openAggregateStream("snapshots", true).asStream()).hasSizeLessThan(4);
    }

    @Test
    void endsASagaByAnEventThatTheServerPublishesWhenItIsDue() {
        assertThat(garage.getBean(EventScheduler.class)).isInstanceOf(AxonServerEventScheduler.class);
        send(new Plug("idle", 500));
        send(new Meter("idle", 1));

        await().untilAsserted(() -> assertThat(bills().stopped).contains(new Stopped("idle", "idle")));
        assertThat(bills().idled).containsOnlyOnce("idle");
    }

    @Test
    void cancelsADeadlineThatIsNotNeededAnyMore() {
        send(new Plug("unplugged", 1000));
        send(new Stop("unplugged", "unplugged"));
        await().untilAsserted(() -> assertThat(bills().stopped).contains(new Stopped("unplugged", "unplugged")));
        send(new Plug("forgotten", 1000));

        await().untilAsserted(() -> assertThat(bills().idled).contains("forgotten"));
        assertThat(bills().idled).doesNotContain("unplugged");
    }

    @Test
    void splitsMergesAndReplaysAProcessorThroughTheAdministration() {
        send(new Plug("replay", NO_END));
        IntStream.range(0, 10).forEach(reading -> send(new Meter("replay", 1)));
        await().until(() -> energy("replay") == 10);
        steer("/pause");
        assertThat(processor(Readings.GROUP).isRunning()).isFalse();

        processor(Readings.GROUP).resetTokens();
        assertThat(energy("replay")).isZero();
        steer("/start");
        await().until(() -> energy("replay") == 10);
        assertThat(garage.getBean(Readings.class).replayed).hasValueGreaterThanOrEqualTo(10);

        steer("/segments/split");
        await().until(() -> segments(Readings.GROUP) == 3);
        send(new Meter("replay", 1));
        steer("/segments/merge");
        await().until(() -> segments(Readings.GROUP) == 2);
        send(new Meter("replay", 1));
        await().untilAsserted(() -> assertThat(energy("replay")).isEqualTo(12));
    }

    /** Not known at once, as applications report their processors only now and then. */
    private static void steer(String operation) {
        await().untilAsserted(() -> assertThat(Http.send("PATCH", node.httpPort(), PROCESSOR + operation)
                        .body())
                .contains("SUCCESS"));
    }

    @Test
    void tellsASubscriberWhatIsAndThenWhatChanges() {
        send(new Plug("watched", NO_END));
        send(new Meter("watched", 5));
        await().until(() -> energy("watched") == 5);
        var updates = new CopyOnWriteArrayList<Integer>();
        var type = ResponseTypes.instanceOf(Integer.class);
        try (var subscription = queries().subscriptionQuery(new FindEnergy("watched"), type, type)) {
            subscription.updates().subscribe(updates::add);
            assertThat(subscription.initialResult().block(Duration.ofSeconds(30)))
                    .isEqualTo(5);
            send(new Meter("watched", 2));
            send(new Meter("watched", 3));
            await().untilAsserted(() -> assertThat(updates).containsExactly(7, 10));
        }
    }

    @Test
    void asksAllApplicationsAtOnce() {
        var answers =
                queries().scatterGather(new WhoIsThere("test"), ResponseTypes.instanceOf(String.class), 30, SECONDS);

        assertThat(answers).containsExactlyInAnyOrder("garage", "office");
    }

    @Test
    void streamsAnAnswerWithoutEndForAsLongAsItIsTaken() {
        var numbers = Flux.from(queries().streamingQuery(new CountFrom(7), Integer.class))
                .take(3000)
                .collectList()
                .block(Duration.ofSeconds(30));

        assertThat(numbers).isEqualTo(IntStream.range(7, 3007).boxed().toList());
        await().until(() -> Http.get(node.httpPort(), "/actuator/prometheus")
                .body()
                .contains("node_queries_active{context=\"default\"} 0"));
    }

    @Test
    void takesEventsFromAPersistentStream() {
        send(new Plug("billed", NO_END));
        send(new Stop("billed", "full"));
        await().untilAsserted(() -> assertThat(bills().stopped).contains(new Stopped("billed", "full")));

        var events = garage.getBean(AxonServerConnectionManager.class)
                .getConnection()
                .eventChannel();
        await().untilAsserted(() -> assertThat(
                        events.persistentStreams().join().getFirst().getSegmentsList())
                .hasSize(2)
                .allSatisfy(segment -> assertThat(segment.getClientId()).isNotEmpty()));
    }
}
