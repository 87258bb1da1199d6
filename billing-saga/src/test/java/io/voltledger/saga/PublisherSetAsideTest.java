package io.voltledger.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillNumbered;
import io.voltledger.api.billing.BillEvent.BillParked;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillSeries;
import io.voltledger.api.operations.DeadLetterCommand.DiscardDeadLetter;
import io.voltledger.api.operations.DeadLetterCommand.RedriveDeadLetter;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.api.operations.DeadLetterView;
import io.voltledger.api.operations.OperationsQuery.DeadLetterBatch;
import io.voltledger.api.operations.OperationsQuery.ListDeadLetters;
import io.voltledger.api.session.SessionId;
import io.voltledger.saga.standin.StoppedSessions;
import io.voltledger.simulators.mail.MailSink;
import io.voltledger.simulators.mail.MailSinkSettings;
import io.voltledger.simulators.payment.PaymentProviderSimulator;
import io.voltledger.simulators.payment.ProviderSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Events that Kafka never takes, and what waits for them. */
class PublisherSetAsideTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant AT = StoppedSessions.AT;
    private static final String TOPIC = "billing.payment";
    private static final String PARKED = "billing.bill.parked";
    private static final String ISSUED = "billing.bill.issued";

    private static final BillId HUGE = new BillId("CP-31:1");
    private static final BillId LARGE = new BillId("CP-32:1");
    private static final BillId SMALL = new BillId("CP-34:1");
    private static final BillId OTHER = new BillId("CP-33:1");

    private static PaymentProviderSimulator provider;
    private static MailSink mails;
    private static ConfigurableApplicationContext saga;

    @BeforeAll
    static void start() {
        provider = PaymentProviderSimulator.start(ProviderSettings.defaults().withPort(0));
        mails = MailSink.start(MailSinkSettings.defaults().withPort(0));
        saga = SagaApplication.start(provider, mails, TestDatabase.newDatabase());
    }

    @AfterAll
    static void stop() {
        TestTopics.limit(TOPIC, Optional.empty());
        saga.close();
        provider.close();
        mails.close();
    }

    @Test
    void tellsOfTheOthersAndKeepsTheOrderOfEach() {
        TestTopics.limit(TOPIC, Optional.of(8_000));
        store(HUGE, 0, parked(HUGE, 1_200_000));
        store(LARGE, 0, parked(LARGE, 400_000));
        store(SMALL, 0, parked(SMALL, 12_000));
        store(OTHER, 0, parked(OTHER, 10));
        List.of(HUGE, LARGE, SMALL, OTHER).forEach(bill -> store(bill, 1, numbered(bill)));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(told(OTHER)).containsSubsequence(PARKED, ISSUED);
            assertThat(letters()).extracting(DeadLetterView::bill).containsExactlyInAnyOrder(HUGE, LARGE, SMALL);
            assertThat(letters()).allSatisfy(letter -> {
                assertThat(letter.kind()).isEqualTo("kafka-publisher");
                assertThat(letter.cause()).contains("BillParked").contains("Kafka does not take the record");
                assertThat(letter.attempts()).isEqualTo(5);
                assertThat(letter.blocks()).startsWith("1 later events of bill/CP-3");
            });
        });
        assertThat(told(HUGE)).isEmpty();
        assertThat(told(LARGE)).isEmpty();

        send(new RedriveDeadLetter(letter(LARGE).id()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(letter(LARGE).attempts()).isEqualTo(6));

        TestTopics.limit(TOPIC, Optional.empty());
        await().atMost(PATIENCE).untilAsserted(() -> {
            find(LARGE).ifPresent(letter -> send(new RedriveDeadLetter(letter.id())));
            assertThat(told(LARGE)).containsSubsequence(PARKED, ISSUED);
        });

        send(new RedriveDeadLetter(letter(SMALL).id()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(SMALL)).containsSubsequence(PARKED, ISSUED));
        send(new DiscardDeadLetter(letter(HUGE).id(), "told by mail"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(HUGE)).containsExactly(ISSUED));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(letters()).isEmpty());
    }

    private static void store(BillId bill, long number, BillEvent event) {
        saga.getBean(EventStore.class).publish(new GenericDomainEventMessage<>("Bill", bill.toString(), number, event));
    }

    private static BillParked parked(BillId bill, int length) {
        return new BillParked(bill, new SessionId(bill.value()), null, List.of("x".repeat(length)), AT);
    }

    private static BillNumbered numbered(BillId bill) {
        return new BillNumbered(bill, null, BillSeries.of("VL", 2026), 1, AT);
    }

    private static List<String> told(BillId bill) {
        return TestTopics.read(TOPIC, bill.value()).stream()
                .map(envelope -> envelope.path("eventType").asText())
                .toList();
    }

    private static DeadLetterView letter(BillId bill) {
        return find(bill).orElseThrow();
    }

    private static Optional<DeadLetterView> find(BillId bill) {
        return letters().stream().filter(letter -> bill.equals(letter.bill())).findFirst();
    }

    private static List<DeadLetterView> letters() {
        return saga
                .getBean(QueryGateway.class)
                .query(new ListDeadLetters(null, null, 50), DeadLetterBatch.class)
                .join()
                .items()
                .stream()
                .filter(letter -> letter.id().source() == DeadLetterSource.INTEGRATION)
                .toList();
    }

    private static void send(Object command) {
        saga.getBean(CommandGateway.class).sendAndWait(command);
    }
}
