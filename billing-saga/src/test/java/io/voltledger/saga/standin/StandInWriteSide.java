package io.voltledger.saga.standin;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** An event store in memory, a command bus with threads of its own, and what handles the commands. */
@Configuration(proxyBeanMethods = false)
public class StandInWriteSide {

    /** What had stopped before the module was first started. */
    public static final SessionId EARLIER = new SessionId("CP-0:1");

    @Bean
    EventStorageEngine eventStorageEngine() {
        InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
        engine.appendEvents(
                GenericEventMessage.asEventMessage(StoppedSessions.of(EARLIER, new MemberId("early-driver"))));
        return engine;
    }

    @Primary
    @Bean(destroyMethod = "shutdown")
    CommandBus commandBus() {
        return AsynchronousCommandBus.builder().build();
    }

    @Bean
    Bills standInBills(EventGateway events) {
        return new Bills(events);
    }

    @Bean
    Documents standInDocuments() {
        return new Documents();
    }

    @Bean
    Wallets standInWallets(EventGateway events) {
        return new Wallets(events);
    }

    @Bean
    Payments standInPayments(EventGateway events) {
        return new Payments(events);
    }

    @Bean
    Reports standInReports() {
        return new Reports();
    }

    @Bean
    StandInBooks standInBooks() {
        return new StandInBooks();
    }
}
