package io.voltledger.saga.standin;

import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An event store in memory, a command bus with threads of its own, and what handles the commands. */
@Configuration(proxyBeanMethods = false)
public class StandInWriteSide {

    @Bean
    EventStorageEngine eventStorageEngine() {
        return new InMemoryEventStorageEngine();
    }

    @Bean(destroyMethod = "shutdown")
    CommandBus commandBus() {
        return AsynchronousCommandBus.builder().build();
    }

    @Bean
    Bills standInBills(EventGateway events) {
        return new Bills(events);
    }

    @Bean
    Wallets standInWallets(EventGateway events) {
        return new Wallets(events);
    }

    @Bean
    Payments standInPayments(EventGateway events) {
        return new Payments(events);
    }
}
