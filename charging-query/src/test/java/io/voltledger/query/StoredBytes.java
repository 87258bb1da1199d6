package io.voltledger.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;

/** An event store in memory that reads as a real one does: each reader gets bytes and makes objects of them itself. */
class StoredBytes {

    @Bean
    Engine eventsAsBytes(Serializer serializer) {
        return new Engine(serializer);
    }

    @Bean
    EmbeddedEventStore eventStore(Engine engine) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .optimizeEventConsumption(false)
                .build();
    }

    static final class Engine extends InMemoryEventStorageEngine {

        private final Serializer serializer;
        private final Map<String, Bytes> stored = new ConcurrentHashMap<>();

        Engine(Serializer serializer) {
            this.serializer = serializer;
        }

        /** Writing is not what is measured: do it beforehand. */
        void prepare(List<? extends EventMessage<?>> events) {
            events.forEach(event -> stored.put(event.getIdentifier(), write(event)));
        }

        long last() {
            return stored.size() - 1L;
        }

        @Override
        public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
            return super.readEvents(token, mayBlock).map(event -> read((GenericTrackedDomainEventMessage<?>) event));
        }

        private TrackedEventMessage<?> read(GenericTrackedDomainEventMessage<?> event) {
            Bytes bytes = Objects.requireNonNull(stored.get(event.getIdentifier()));
            return new GenericTrackedDomainEventMessage<>(
                    event.trackingToken(),
                    new GenericDomainEventMessage<>(
                            event.getType(),
                            event.getAggregateIdentifier(),
                            event.getSequenceNumber(),
                            new SerializedMessage<>(
                                    event.getIdentifier(),
                                    new LazyDeserializingObject<>(bytes.payload(), serializer),
                                    new LazyDeserializingObject<>(bytes.metaData(), serializer)),
                            event.getTimestamp()));
        }

        private Bytes write(EventMessage<?> event) {
            return new Bytes(
                    serializer.serialize(event.getPayload(), byte[].class),
                    serializer.serialize(event.getMetaData(), byte[].class));
        }
    }

    /** As the store keeps them. */
    record Bytes(SerializedObject<byte[]> payload, SerializedObject<byte[]> metaData) {}
}
