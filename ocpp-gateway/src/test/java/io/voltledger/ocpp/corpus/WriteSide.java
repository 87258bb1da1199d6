package io.voltledger.ocpp.corpus;

import io.voltledger.command.ChargingCommandApplication;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The real write side, with an event store in memory. */
public final class WriteSide implements AutoCloseable {

    private final ConfigurableApplicationContext context = new SpringApplicationBuilder(
                    ChargingCommandApplication.class, EventsInMemory.class)
            .run("--axon.axonserver.enabled=false", "--server.port=0", "--spring.main.banner-mode=off");

    public CommandGateway gateway() {
        return context.getBean(CommandGateway.class);
    }

    /** Where its REST API listens. */
    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public CommandBus bus() {
        return context.getBean(CommandBus.class);
    }

    /** All that one aggregate recorded. */
    public List<Object> events(String aggregate) {
        return context.getBean(EventStore.class)
                .readEvents(aggregate, 0)
                .asStream()
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    /** In place of Axon Server. */
    @Configuration(proxyBeanMethods = false)
    static class EventsInMemory {

        @Bean
        InMemoryEventStorageEngine eventsInMemory() {
            return new InMemoryEventStorageEngine();
        }
    }
}
