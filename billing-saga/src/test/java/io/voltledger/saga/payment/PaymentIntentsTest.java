package io.voltledger.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.refund.RefundEvent.RefundPartDue;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.refund.RefundPart;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.topup.TopUpEvent.TopUpRequested;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.saga.TestDatabase;
import io.voltledger.saga.payment.PaymentIntent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class PaymentIntentsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final SessionId SESSION = new SessionId("CP-1:1");
    private static final BillId BILL = BillId.of(SESSION);

    private static final DataSource DATABASE = TestDatabase.migrated();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final PaymentIntents intents = new PaymentIntents(jdbc, new DataSourceTransactionManager(DATABASE));

    @BeforeEach
    void empty() {
        jdbc.sql("delete from payment_intent").update();
    }

    @Test
    void writesAnIntentOnce() {
        intents.charge(requested(1), NOW);
        intents.charge(requested(1), NOW.plusSeconds(5));

        assertThat(claim(NOW)).singleElement().satisfies(intent -> {
            assertThat(intent.kind()).isEqualTo(Kind.CHARGE);
            assertThat(intent.idempotencyKey()).isEqualTo("charge-order-1");
            assertThat(intent.amount()).isEqualTo(Money.of(10_000, "KRW"));
            assertThat(intent.attempts()).isEqualTo(1);
        });
    }

    @Test
    void givesWhatWasClaimedToNobodyElse() {
        intents.charge(requested(1), NOW);

        assertThat(claim(NOW)).hasSize(1);
        assertThat(claim(NOW.plusSeconds(89))).isEmpty();
    }

    @Test
    void givesItAgainUnderTheSameKeyWhenTheClaimerDied() {
        intents.charge(requested(1), NOW);
        PaymentIntent dead = claim(NOW).getFirst();

        PaymentIntent again = claim(NOW.plusSeconds(91)).getFirst();

        assertThat(again.idempotencyKey()).isEqualTo(dead.idempotencyKey());
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    void ignoresAClaimerWhoseLeaseHasEnded() {
        intents.charge(requested(1), NOW);
        PaymentIntent late = claim(NOW).getFirst();
        claim(NOW.plusSeconds(91));

        intents.done(late);

        assertThat(state(1, Kind.CHARGE)).isEqualTo("READY");
    }

    @Test
    void asksLaterUnderTheKeyOfTheCharge() {
        intents.charge(requested(1), NOW);
        intents.done(claim(NOW).getFirst());
        intents.query(payment(1), NOW.plusSeconds(300), NOW);
        intents.query(payment(1), NOW.plusSeconds(900), NOW);

        assertThat(claim(NOW.plusSeconds(299))).isEmpty();
        assertThat(claim(NOW.plusSeconds(300))).singleElement().satisfies(intent -> {
            assertThat(intent.kind()).isEqualTo(Kind.QUERY);
            assertThat(intent.idempotencyKey()).isEqualTo("charge-order-1");
        });
    }

    @Test
    void remembersThatAPaymentWasAbandoned() {
        intents.charge(requested(1), NOW);
        intents.done(claim(NOW).getFirst());
        intents.query(payment(1), NOW, NOW);
        intents.abandon(payment(1));

        assertThat(claim(NOW))
                .singleElement()
                .satisfies(intent -> assertThat(intent.abandoned()).isTrue());
    }

    @Test
    void cancelsUnderAKeyOfItsOwn() {
        intents.charge(requested(1), NOW);
        intents.done(claim(NOW).getFirst());
        intents.cancel(payment(1), "pk-1", NOW);

        assertThat(claim(NOW)).singleElement().satisfies(intent -> {
            assertThat(intent.kind()).isEqualTo(Kind.CANCEL);
            assertThat(intent.idempotencyKey()).isEqualTo("cancel-order-1");
            assertThat(intent.providerKey()).isEqualTo("pk-1");
        });
    }

    @Test
    void neverDoesWhatWasSettledByHand() {
        intents.charge(requested(1), NOW);
        intents.done(claim(NOW).getFirst());
        intents.cancel(payment(1), "pk-1", NOW);
        intents.stopped(claim(NOW).getFirst(), "the provider refuses");
        intents.charge(requested(2), NOW);
        intents.done(claim(NOW).getFirst());
        intents.cancel(payment(2), "pk-2", NOW);

        intents.withdraw(payment(1), Kind.CANCEL);
        intents.withdraw(payment(2), Kind.CANCEL);

        assertThat(claim(NOW.plus(LEASE).plusSeconds(1))).isEmpty();
        assertThat(jdbc.sql("select state from payment_intent where kind = 'CANCEL'")
                        .query(String.class)
                        .list())
                .containsOnly("DISCARDED");
    }

    @Test
    void beginsNothingWhileAPersonSettlesIt() {
        intents.charge(requested(1), NOW);
        intents.done(claim(NOW).getFirst());
        intents.cancel(payment(1), "pk-1", NOW);

        assertThat(intents.holdBack(payment(1).value(), NOW, NOW.plusSeconds(60)))
                .isEmpty();
        assertThat(intents.holdBack(payment(1).value(), NOW, NOW.plusSeconds(60)))
                .isEmpty();

        assertThat(claim(NOW.plusSeconds(59))).isEmpty();
        assertThat(claim(NOW.plusSeconds(61))).hasSize(1);
    }

    @Test
    void saysUntilWhenACallMayBeUnderWay() {
        intents.charge(requested(1), NOW);
        intents.done(claim(NOW).getFirst());
        RefundId refund = new RefundId(BILL.value() + "~wet-cable");
        RefundPart part = new RefundPart(PaymentSource.CARD, payment(1).value(), "pk-1", Money.of(10_000, "KRW"));
        intents.refund(new RefundPartDue(refund, BILL, new MemberId("M1"), 0, part, NOW), NOW);
        PaymentIntent call = claim(NOW).getFirst();
        Instant later = NOW.plusSeconds(1);

        assertThat(intents.holdBack(refund.value(), later, later.plusSeconds(60)))
                .contains(NOW.plus(LEASE));
        assertThat(intents.holdBack(refund.value(), NOW.plus(LEASE), later)).isEmpty();

        intents.stopped(call, "the provider refuses");
        assertThat(intents.holdBack(refund.value(), later, later.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void keepsATopUpUnderItsOwnNameUntilItsMoneyIsBack() {
        TopUpId topUp = new TopUpId("M1~k1");
        Money amount = Money.of(5_000, "KRW");
        intents.charge(new TopUpRequested(topUp, topUp.member(), amount, new OrderId("order-t"), NOW), null, NOW);
        PaymentIntent charge = claim(NOW).getFirst();
        intents.done(charge);
        intents.cancel(PaymentIntents.subject(topUp), "pk-t", NOW);

        assertThat(charge.occasion()).isEqualTo(new TopUpCharge(topUp));
        assertThat(claim(NOW)).singleElement().satisfies(intent -> {
            assertThat(intent.occasion()).isEqualTo(new TopUpCharge(topUp));
            assertThat(intent.idempotencyKey()).isEqualTo("cancel-order-t");
            assertThat(intent.amount()).isEqualTo(amount);
        });
        assertThat(new OrderBook(jdbc).find("order-t")).contains(new OrderBook.Order("top-up/M1~k1", null));
    }

    @Test
    void sharesWorkAmongWorkersWithoutDoublingIt() throws ExecutionException, InterruptedException {
        for (int i = 0; i < 60; i++) {
            intents.charge(requested(i), NOW);
        }
        List<PaymentId> claimed = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(6)) {
            List<Future<List<PaymentIntent>>> claims = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                claims.add(workers.submit(() -> intents.claim(10, NOW, LEASE)));
            }
            for (Future<List<PaymentIntent>> each : claims) {
                each.get().forEach(intent -> claimed.add(intent.payment()));
            }
        }
        claim(NOW).forEach(intent -> claimed.add(intent.payment()));

        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
    }

    private List<PaymentIntent> claim(Instant now) {
        return intents.claim(100, now, LEASE);
    }

    private String state(int number, Kind kind) {
        return jdbc.sql("select state from payment_intent where payment_id = :payment and kind = :kind")
                .param("payment", payment(number).value())
                .param("kind", kind.name())
                .query((row, index) -> row.getString("state"))
                .single();
    }

    private static PaymentId payment(int number) {
        return new PaymentId("CP-1:1#" + number);
    }

    private static PaymentRequested requested(int number) {
        return new PaymentRequested(
                payment(number),
                BILL,
                SESSION,
                new MemberId("M1"),
                new PaymentMethodId("pm-1"),
                Money.of(10_000, "KRW"),
                1,
                new OrderId("order-" + number),
                NOW);
    }
}
