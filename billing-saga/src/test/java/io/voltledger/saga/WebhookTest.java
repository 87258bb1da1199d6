package io.voltledger.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.session.SessionId;
import io.voltledger.saga.standin.Bills;
import io.voltledger.saga.standin.Payments;
import io.voltledger.saga.standin.StoppedSessions;
import io.voltledger.simulators.mail.MailSink;
import io.voltledger.simulators.mail.MailSinkSettings;
import io.voltledger.simulators.payment.PaymentProviderSimulator;
import io.voltledger.simulators.payment.ProviderSettings;
import io.voltledger.simulators.payment.ScriptedOutcome;
import java.time.Duration;
import java.util.Map;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** A platform that asks for unknown outcomes after an hour only, unless the provider says that there is news. */
class WebhookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static PaymentProviderSimulator provider;
    private static MailSink mails;
    private static ConfigurableApplicationContext saga;

    @BeforeAll
    static void start() {
        provider = PaymentProviderSimulator.start(
                ProviderSettings.defaults().withPort(0).withSilence(Duration.ofMillis(600)));
        mails = MailSink.start(MailSinkSettings.defaults().withPort(0));
        saga = SagaApplication.start(
                provider, mails, TestDatabase.newDatabase(), "--voltledger.saga.schedules.unknown=1h");
    }

    @AfterAll
    static void stop() {
        saga.close();
        provider.close();
        mails.close();
    }

    @Test
    void asksTheProviderAtOnceHoweverOftenItIsTold() {
        BillId bill = payWith(ScriptedOutcome.TIMEOUT_AFTER_CAPTURE);

        assertThat(tell(orderOf(bill), "DONE").is2xxSuccessful()).isTrue();
        assertThat(tell(orderOf(bill), "DONE").is2xxSuccessful()).isTrue();

        await().atMost(PATIENCE).until(() -> saga.getBean(Bills.class).isPaid(bill));
        assertThat(tell(orderOf(bill), "CANCELED").is2xxSuccessful()).isTrue();
        assertThat(provider.captures())
                .filteredOn(capture -> capture.orderId().equals(orderOf(bill)))
                .hasSize(1);
        assertThat(state(bill)).isEqualTo(Payments.State.APPROVED);
    }

    @Test
    void believesNothingThatItIsTold() {
        BillId bill = payWith(ScriptedOutcome.TIMEOUT);
        int asked = queries(bill);

        tell(orderOf(bill), "DONE");

        // The provider never had it: it is charged now, under the same key, and by the provider's answer alone.
        await().atMost(PATIENCE).until(() -> saga.getBean(Bills.class).isPaid(bill));
        assertThat(queries(bill)).isGreaterThan(asked);
        assertThat(tell("none-of-ours", "DONE").is2xxSuccessful()).isTrue();
    }

    private static BillId payWith(ScriptedOutcome outcome) {
        MemberId member = new MemberId("M-" + outcome);
        provider.script("customer-" + outcome, outcome);
        http().post()
                .uri("/api/payment-methods")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "member", member.value(), "authKey", "auth-" + outcome, "customerKey", "customer-" + outcome))
                .retrieve()
                .toBodilessEntity();
        SessionId session = new SessionId("CP-1:" + outcome);
        saga.getBean(EventGateway.class).publish(StoppedSessions.of(session, member));
        BillId bill = BillId.of(session);
        await().atMost(PATIENCE).until(() -> state(bill) == Payments.State.UNKNOWN && isAskedLater(bill));
        return bill;
    }

    private static Payments.@org.jspecify.annotations.Nullable State state(BillId bill) {
        return saga.getBean(Payments.class).states().get(PaymentId.of(bill, 1));
    }

    private static boolean isAskedLater(BillId bill) {
        return saga.getBean(JdbcClient.class)
                        .sql("select count(*) from payment_intent where bill_id = :bill and kind = 'QUERY'")
                        .param("bill", bill.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static String orderOf(BillId bill) {
        return saga.getBean(JdbcClient.class)
                .sql("select order_id from payment_intent where bill_id = :bill and kind = 'CHARGE'")
                .param("bill", bill.value())
                .query((row, number) -> row.getString("order_id"))
                .single();
    }

    private static int queries(BillId bill) {
        return (int) provider.calls().stream()
                .filter(call -> call.path().endsWith("/orders/" + orderOf(bill)))
                .count();
    }

    private static HttpStatusCode tell(String order, String status) {
        return http().post()
                .uri("/api/payment-provider/webhooks")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "eventType", "PAYMENT_STATUS_CHANGED",
                        "createdAt", "2026-11-21T12:00:00.000000",
                        "data", Map.of("orderId", order, "paymentKey", "pk", "status", status)))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode();
    }

    private static RestClient http() {
        int port = saga.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return RestClient.create("http://127.0.0.1:" + port);
    }
}
