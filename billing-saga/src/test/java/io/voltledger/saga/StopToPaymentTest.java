package io.voltledger.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentCommand.AbandonPayment;
import io.voltledger.api.payment.PaymentCommand.RequestPayment;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.saga.billing.PaymentMethods;
import io.voltledger.saga.standin.Bills;
import io.voltledger.saga.standin.Payments;
import io.voltledger.saga.standin.StandInWriteSide;
import io.voltledger.saga.standin.StoppedSessions;
import io.voltledger.saga.standin.Wallets;
import io.voltledger.simulators.mail.Mail;
import io.voltledger.simulators.mail.MailSink;
import io.voltledger.simulators.mail.MailSinkSettings;
import io.voltledger.simulators.payment.Capture;
import io.voltledger.simulators.payment.PaymentProviderSimulator;
import io.voltledger.simulators.payment.ProviderSettings;
import io.voltledger.simulators.payment.ScriptedOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** The whole way from a stopped session to the paid bill: saga, intents, worker, adapter and vault on real parts. */
class StopToPaymentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final List<ScriptedOutcome> FAULTS = List.of(
            ScriptedOutcome.decline("REJECT_CARD_PAYMENT"),
            ScriptedOutcome.decline("EXCEED_MAX_AMOUNT"),
            ScriptedOutcome.CONFLICT,
            ScriptedOutcome.ERROR,
            ScriptedOutcome.ERROR_AFTER_CAPTURE,
            ScriptedOutcome.TIMEOUT,
            ScriptedOutcome.TIMEOUT_AFTER_CAPTURE);

    private static PaymentProviderSimulator provider;
    private static MailSink mails;
    private static ConfigurableApplicationContext saga;

    @BeforeAll
    static void start() {
        provider = PaymentProviderSimulator.start(
                ProviderSettings.defaults().withPort(0).withSilence(Duration.ofMillis(600)));
        mails = MailSink.start(MailSinkSettings.defaults().withPort(0));
        saga = SagaApplication.start(provider, mails, TestDatabase.newDatabase());
    }

    @AfterAll
    static void stop() {
        saga.close();
        provider.close();
        mails.close();
    }

    @Test
    void takesUpWhatHadStoppedBeforeItsFirstStart() {
        BillId bill = BillId.of(StandInWriteSide.EARLIER);

        await().atMost(PATIENCE).until(() -> saga.getBean(Bills.class).isOpen(bill));
    }

    @Test
    void chargesTheCardForWhatTheWalletDoesNotCover() {
        MemberId member = driver("partly-covered");
        saga.getBean(Wallets.class).credit(WalletId.of(member), won(2_100));

        BillId bill = stopSession("CP-1:1", member);

        awaitPaid(bill);
        assertThat(capturesOf(bill))
                .singleElement()
                .satisfies(capture -> assertThat(capture.amount()).isEqualTo(10_000));
        assertThat(saga.getBean(Wallets.class).available(WalletId.of(member))).isEqualTo(won(0));
        awaitNoSagaOf(bill);
    }

    @Test
    void asksNoCardWhereTheWalletCoversAll() {
        MemberId member = driver("covered");
        saga.getBean(Wallets.class).credit(WalletId.of(member), won(20_000));

        BillId bill = stopSession("CP-1:2", member);

        awaitPaid(bill);
        assertThat(capturesOf(bill)).isEmpty();
        assertThat(saga.getBean(Wallets.class).available(WalletId.of(member))).isEqualTo(won(7_900));
    }

    @Test
    void marksABillOverdueWithoutACardAndTakesTheMoneyOnceOneIsRegistered() {
        MemberId member = new MemberId("without-card");
        BillId bill = stopSession("CP-1:3", member);
        await().atMost(PATIENCE).until(() -> saga.getBean(Bills.class).isOverdue(bill));

        register(member);

        awaitPaid(bill);
        assertThat(capturesOf(bill)).hasSize(1);
    }

    @Test
    void declinesNobodyWhileTheProviderRefusesOurKey() {
        MemberId member = driver("wrong-key");
        provider.script(
                "customer-wrong-key",
                ScriptedOutcome.UNAUTHORIZED,
                ScriptedOutcome.UNAUTHORIZED,
                ScriptedOutcome.APPROVE);

        BillId bill = stopSession("CP-1:4", member);

        awaitPaid(bill);
        assertThat(saga.getBean(Payments.class).states())
                .containsEntry(PaymentId.of(bill, 1), Payments.State.APPROVED)
                .doesNotContainKey(PaymentId.of(bill, 2));
    }

    @Test
    void givesTheMoneyOfAnAbandonedAttemptBack() {
        MemberId member = driver("abandoned");
        provider.script("customer-abandoned", ScriptedOutcome.TIMEOUT_AFTER_CAPTURE);
        SessionId session = new SessionId("CP-6:1");
        PaymentId payment = PaymentId.of(BillId.of(session), 1);
        PaymentMethodId card = saga.getBean(PaymentMethods.class).of(member).orElseThrow();
        CommandGateway commands = saga.getBean(CommandGateway.class);
        commands.sendAndWait(new RequestPayment(
                payment,
                BillId.of(session),
                session,
                member,
                card,
                won(5_000),
                1,
                new OrderId("vl-abandoned-1"),
                StoppedSessions.AT));
        await().atMost(PATIENCE).until(() -> capturesOf(BillId.of(session)).size() == 1);
        commands.sendAndWait(new AbandonPayment(payment, "unknown for too long", StoppedSessions.AT));

        await().atMost(PATIENCE)
                .until(() -> saga.getBean(Payments.class).states().get(payment) == Payments.State.CANCELLED);
        assertThat(capturesOf(BillId.of(session)))
                .singleElement()
                .satisfies(capture -> assertThat(capture.balance()).isZero());
    }

    /** Whatever the provider does, in whatever order: every bill is paid, by exactly one capture. */
    @Test
    void capturesOnceForEachBillWhateverTheProviderDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<BillId> bills = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            MemberId member = driver("random-" + i);
            ScriptedOutcome[] script = random.ints(random.nextInt(4), 0, FAULTS.size())
                    .mapToObj(FAULTS::get)
                    .toArray(ScriptedOutcome[]::new);
            provider.script("customer-random-" + i, script);
            bills.add(stopSession("CP-9:" + i, member));
        }

        bills.forEach(StopToPaymentTest::awaitPaid);

        assertThat(bills)
                .as("seed %d", seed)
                .allSatisfy(bill -> assertThat(capturesOf(bill))
                        .singleElement()
                        .satisfies(capture -> assertThat(capture.balance()).isEqualTo(12_100)));
    }

    @Test
    void tellsKafkaAndTheDriver() {
        MemberId member = driver("to-be-told");
        http().put()
                .uri("/api/members/to-be-told/contact")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", "driver@example.com", "locale", "ko"))
                .retrieve()
                .toBodilessEntity();

        stopSession("CP-5:1", member);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailsTo("driver@example.com"))
                        .containsExactlyInAnyOrder(
                                "CP-5 충전이 종료되었습니다", "₩12,100 결제가 완료되었습니다", "영수증: CP-5 충전 요금 ₩12,100"));
        assertThat(types("charging.session", "CP-5:1")).containsExactly("charging.session.stopped");
        assertThat(types("billing.payment", "CP-5:1"))
                .contains(
                        "billing.bill.opened",
                        "billing.payment.requested",
                        "billing.payment.approved",
                        "billing.bill.paid");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(notificationStates("to-be-told")).containsOnly("SENT"));
    }

    @Test
    void recordsThatADriverWithoutAContactCannotBeTold() {
        stopSession("CP-5:2", driver("unreachable"));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(notificationStates("unreachable")).hasSize(3).containsOnly("FAILED"));
    }

    @Test
    void setsAsideARecordThatCannotBeReadAndGoesOn() {
        Producer<String, byte[]> producer = saga.<Producer<String, byte[]>>getBeanProvider(
                        ResolvableType.forClassWithGenerics(Producer.class, String.class, byte[].class))
                .getObject();
        var unused = producer.send(new ProducerRecord<>("csms.transaction", "bad-1", new byte[] {'{'}));

        stopSession("CP-5:3", driver("after-the-bad-one"));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(notificationStates("after-the-bad-one")).hasSize(3));
    }

    private static List<String> mailsTo(String address) {
        return mails.mails().stream()
                .filter(mail -> mail.to().equals(address))
                .map(Mail::subject)
                .toList();
    }

    private static List<String> types(String topic, String key) {
        return TestTopics.read(topic, key).stream()
                .map(envelope -> envelope.path("eventType").asText())
                .toList();
    }

    private static List<String> notificationStates(String member) {
        return saga.getBean(JdbcClient.class)
                .sql("select state from notification_outbox where member_id = :member")
                .param("member", member)
                .query((row, number) -> row.getString("state"))
                .list();
    }

    private static RestClient http() {
        int port = saga.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return RestClient.create("http://127.0.0.1:" + port);
    }

    private static MemberId driver(String name) {
        MemberId member = new MemberId(name);
        register(member);
        return member;
    }

    private static void register(MemberId member) {
        http().post()
                .uri("/api/payment-methods")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "member", member.value(),
                        "authKey", "auth-" + member.value(),
                        "customerKey", "customer-" + member.value()))
                .retrieve()
                .toBodilessEntity();
    }

    private static BillId stopSession(String id, MemberId member) {
        SessionId session = new SessionId(id);
        saga.getBean(EventGateway.class).publish(StoppedSessions.of(session, member));
        return BillId.of(session);
    }

    private static void awaitPaid(BillId bill) {
        await("paid " + bill)
                .atMost(PATIENCE)
                .until(() -> saga.getBean(Bills.class).isPaid(bill));
    }

    private static void awaitNoSagaOf(BillId bill) {
        await().atMost(PATIENCE)
                .until(() -> saga.getBean(JdbcClient.class)
                                .sql("select count(*) from association_value_entry where association_value = :bill")
                                .param("bill", bill.toString())
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private static List<Capture> capturesOf(BillId bill) {
        return provider.captures().stream()
                .filter(capture -> capture.orderName().equals("Charging " + bill.value()))
                .toList();
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
