package io.voltledger.command.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.ContextKeys;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.refund.BillRefundsId;
import io.voltledger.api.refund.RefundEvent.RefundApproved;
import io.voltledger.api.refund.RefundEvent.RefundRequested;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.refund.RefundPart;
import io.voltledger.command.ChargingCommandApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Where operators sign in, nobody is two persons by writing another name. */
@SuppressWarnings("NullAway.Init")
class SecondPersonTest {

    private static final BillId BILL = new BillId("CP-1:42");
    private static final RefundId REFUND = RefundId.of(BILL, "wet-cable");
    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");

    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(ChargingCommandApplication.class, EventsInMemory.class)
                .run(
                        "--axon.axonserver.enabled=false",
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        operator(0) + "roles=OPERATOR",
                        operator(0) + "name=otto",
                        operator(0) + "password-hash=" + hash("otto"),
                        operator(1) + "roles=OPERATOR",
                        operator(1) + "name=olga",
                        operator(1) + "password-hash=" + hash("olga"));
        Money amount = Money.of(60_000, "KRW");
        store().publish(new GenericDomainEventMessage<>(
                "BillRefunds",
                new BillRefundsId(BILL).toString(),
                0,
                new RefundRequested(
                        REFUND,
                        BILL,
                        new MemberId("M-1"),
                        amount,
                        List.of(new RefundPart(PaymentSource.CARD, "payment-1", "pk-1", amount)),
                        "the cable was wet",
                        "otto",
                        true,
                        AT)));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void whoAskedDoesNotApproveUnderAnotherName() throws Exception {
        HttpResponse<String> refused = approve("otto", "{\"by\":\"olga\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"code\":\"same-person\"");

        assertThat(approve("olga", "{\"by\":\"otto\"}").statusCode()).isEqualTo(202);

        DomainEventMessage<?> approved = store().readEvents(new BillRefundsId(BILL).toString(), 0)
                .asStream()
                .filter(event -> event.getPayload() instanceof RefundApproved)
                .findFirst()
                .orElseThrow();
        assertThat(((RefundApproved) approved.getPayload()).approvedBy()).isEqualTo("olga");
        assertThat(approved.getMetaData()).containsEntry(ContextKeys.ACTOR, "operator:olga");
        assertThat(approve("olga", "{}").statusCode()).as("no name is needed").isEqualTo(202);
    }

    private static HttpResponse<String> approve(String name, String body) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")
                + "/api/refunds/" + REFUND.value() + "/approval");
        String credentials = Base64.getEncoder().encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url)
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Basic " + credentials)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String operator(int index) {
        return "--voltledger.operators[" + index + "].";
    }

    private static String hash(String name) {
        return String.valueOf(new BCryptPasswordEncoder(4).encode(name));
    }

    private static EventStore store() {
        return context.getBean(EventStore.class);
    }

    /** In place of Axon Server. */
    static class EventsInMemory {

        @Bean
        InMemoryEventStorageEngine eventsInMemory() {
            return new InMemoryEventStorageEngine();
        }
    }
}
