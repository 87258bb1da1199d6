package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Axon Framework with its own Axon Server connector, nothing replaced. */
class FrameworkTest extends NodeTest {

    record Plug(@TargetAggregateIdentifier String session) {}

    record Meter(@TargetAggregateIdentifier String session, int energy) {}

    record Plugged(String session) {}

    record Metered(String session, int energy) {}

    record FindEnergy(String session) {}

    /** A session that sums up its energy. */
    public static class Session {
        @AggregateIdentifier
        private @Nullable String id;

        private int energy;

        protected Session() {}

        @CommandHandler
        Session(Plug command) {
            AggregateLifecycle.apply(new Plugged(command.session()));
        }

        @CommandHandler
        int handle(Meter command) {
            AggregateLifecycle.apply(new Metered(command.session(), command.energy()));
            return energy;
        }

        @EventSourcingHandler
        void on(Plugged event) {
            id = event.session();
        }

        @EventSourcingHandler
        void on(Metered event) {
            energy += event.energy();
        }
    }

    /** Projects sessions and answers for them. */
    static class Projection {
        private final List<Metered> seen = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Metered event, QueryUpdateEmitter updates) {
            seen.add(event);
            updates.emit(FindEnergy.class, query -> query.session().equals(event.session()), event.energy());
        }

        @QueryHandler
        Integer handle(FindEnergy query) {
            return seen.stream()
                    .filter(event -> event.session().equals(query.session()))
                    .mapToInt(Metered::energy)
                    .sum();
        }
    }

    private final List<Configuration> running = new ArrayList<>();

    private Configuration start(String component, java.util.function.UnaryOperator<Configurer> parts) {
        var mapper = new ObjectMapper()
                .setVisibility(com.fasterxml.jackson.annotation.PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);
        var server = AxonServerConfiguration.builder()
                .servers("127.0.0.1:" + node.grpcPort())
                .componentName(component)
                .build();
        var configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(configuration ->
                        JacksonSerializer.builder().objectMapper(mapper).build())
                .registerComponent(AxonServerConfiguration.class, configuration -> server);
        var configuration = parts.apply(configurer).start();
        running.add(configuration);
        return configuration;
    }

    @AfterEach
    void stopApplications() {
        running.reversed().forEach(Configuration::shutdown);
    }

    @Test
    void runsAggregatesProjectionsAndQueriesInTwoApplications() throws Exception {
        var projection = new Projection();
        start("command", configurer -> configurer.configureAggregate(Session.class));
        var query = start(
                "query",
                configurer -> configurer
                        .registerEventHandler(configuration -> projection)
                        .registerQueryHandler(configuration -> projection)
                        .eventProcessing(processing -> processing.usingPooledStreamingEventProcessors()));
        var commands = query.commandGateway();

        assertThat(commands.<String>sendAndWait(new Plug("S1"), 10, TimeUnit.SECONDS))
                .isEqualTo("S1");
        assertThat(commands.<Integer>sendAndWait(new Meter("S1", 5), 10, TimeUnit.SECONDS))
                .isEqualTo(5);
        assertThat(commands.<Integer>sendAndWait(new Meter("S1", 7), 10, TimeUnit.SECONDS))
                .isEqualTo(12);
        await().untilAsserted(() -> assertThat(query.queryGateway()
                        .query(new FindEnergy("S1"), Integer.class)
                        .get(5, TimeUnit.SECONDS))
                .isEqualTo(12));
    }

    @Test
    void bringsUpdatesToASubscriptionQuery() {
        var projection = new Projection();
        start(
                "command",
                configurer -> configurer
                        .configureAggregate(Session.class)
                        .registerEventHandler(configuration -> projection)
                        .registerQueryHandler(configuration -> projection));
        var query = start("query", configurer -> configurer);
        query.commandGateway().sendAndWait(new Plug("S1"), 10, TimeUnit.SECONDS);
        var subscription = query.queryGateway()
                .subscriptionQuery(
                        new FindEnergy("S1"),
                        ResponseTypes.instanceOf(Integer.class),
                        ResponseTypes.instanceOf(Integer.class));
        var updates = new CopyOnWriteArrayList<Integer>();
        subscription.updates().subscribe(updates::add);

        assertThat(subscription.initialResult().block(Duration.ofSeconds(10))).isZero();
        query.commandGateway().sendAndWait(new Meter("S1", 9), 10, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThat(updates).containsExactly(9));
        subscription.close();
    }

    @Test
    void tellsAnAppendConflictAsOutOfRange() {
        var events = start("events", configurer -> configurer).eventStore();
        events.publish(new GenericDomainEventMessage<>("Session", "S1", 0, new Plugged("S1")));

        assertThatThrownBy(() -> events.publish(new GenericDomainEventMessage<>("Session", "S1", 0, new Plugged("S1"))))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessage("OUT_OF_RANGE: [AXONIQ-2000] Invalid sequence number 0 for aggregate S1, expected 1");
    }
}
