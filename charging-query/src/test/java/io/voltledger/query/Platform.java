package io.voltledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.query.history.Fact;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The module as it runs, on a real MariaDB and a free port, with an event store in memory. */
final class Platform implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Platform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Platform start(String database, Map<String, Object> settings) {
        return start(database, settings, EventsInMemory.class);
    }

    /** @param store the configuration in place of Axon Server */
    static Platform start(String database, Map<String, Object> settings, Class<?> store) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "axon.axonserver.enabled", "false",
                "spring.datasource.url", TestDatabase.url(database),
                "spring.datasource.username", "root",
                "spring.datasource.password", "",
                "server.port", "0",
                "voltledger.query.live-heartbeat", "1s"));
        all.putAll(settings);
        return new Platform(new SpringApplicationBuilder(ChargingQueryApplication.class, store)
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new)));
    }

    static Platform start(String database) {
        return start(database, Map.of());
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    void record(List<Fact> facts) {
        bean(EventStore.class).publish(facts.stream().map(Fact::message).toList());
    }

    /** An event that stands at the start of its aggregate. */
    void recordAlone(String aggregate, Object event) {
        record(aggregate, 0, event);
    }

    void record(String aggregate, long sequence, Object event) {
        bean(EventStore.class).publish(new GenericDomainEventMessage<>("Fact", aggregate, sequence, event));
    }

    /** The projections themselves, to be handed events one by one. */
    List<AnnotationEventHandlerAdapter> projections() {
        return context.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                .map(AnnotationEventHandlerAdapter::new)
                .toList();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    List<PooledStreamingEventProcessor> processors() {
        return bean(EventProcessingConfiguration.class).eventProcessors().values().stream()
                .map(PooledStreamingEventProcessor.class::cast)
                .toList();
    }

    /** Returns when every projection has handled all that is recorded so far. */
    void awaitProjections() {
        TrackingToken head = bean(EventStore.class).createHeadToken();
        int segments = bean(QuerySettings.class).segments();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(processors())
                        .allSatisfy(processor -> assertThat(
                                        processor.processingStatus().values())
                                .hasSize(segments)
                                .allSatisfy(status -> assertThat(status.getTrackingToken())
                                        .matches(token -> token != null && token.covers(head), "is at " + head))));
    }

    @Override
    public void close() {
        context.close();
    }

    /** In place of Axon Server. */
    static class EventsInMemory {

        @Bean
        InMemoryEventStorageEngine eventsInMemory() {
            return new InMemoryEventStorageEngine();
        }
    }
}
