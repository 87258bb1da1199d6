package io.voltledger.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.payment.OrderId;
import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.payment.ProviderOutcome.Declined;
import io.voltledger.saga.payment.ProviderOutcome.NotReached;
import io.voltledger.saga.payment.ProviderOutcome.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A guard that opens after half of four calls failed, for a minute, and lets one call run at once. */
class GuardedProviderTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final OrderId ORDER = new OrderId("order-1");
    private static final Money AMOUNT = Money.of(100, "KRW");

    private final MovingClock clock = new MovingClock();
    private final Answering provider = new Answering();
    private final GuardedProvider guarded =
            new GuardedProvider(provider, new SagaSettings.Guard(4, 50, MINUTE, 1, 1), clock);

    @Test
    void leavesAProviderAloneThatDoesNotAnswer() {
        provider.outcome = new Unknown("timeout");
        for (int call = 0; call < 4; call++) {
            assertThat(guarded.query(ORDER, AMOUNT)).isInstanceOf(Unknown.class);
        }

        assertThat(guarded.query(ORDER, AMOUNT)).isInstanceOf(NotReached.class);
        assertThat(guarded.register("auth", "customer", "key")).isInstanceOf(CardRegistration.Unavailable.class);
        assertThat(provider.calls).isEqualTo(4);
        assertThat(guarded.circuit()).isEqualTo("OPEN");
    }

    @Test
    void callsItAgainAfterAWhileAndStaysClosedOnceItAnswers() {
        provider.outcome = new Unknown("timeout");
        for (int call = 0; call < 4; call++) {
            guarded.query(ORDER, AMOUNT);
        }
        provider.outcome = new Declined("REJECT_CARD_PAYMENT", "no");
        clock.now = clock.now.plus(MINUTE).plusMillis(1);

        assertThat(guarded.query(ORDER, AMOUNT)).isInstanceOf(Declined.class);
        assertThat(guarded.circuit()).isEqualTo("CLOSED");
    }

    @Test
    void aDeclinedCardIsAnAnswer() {
        provider.outcome = new Declined("REJECT_CARD_PAYMENT", "no");
        for (int call = 0; call < 10; call++) {
            assertThat(guarded.query(ORDER, AMOUNT)).isInstanceOf(Declined.class);
        }
    }

    @Test
    void letsNoMoreCallsRunAtOnceThanItMay() throws InterruptedException {
        provider.outcome = new Declined("REJECT_CARD_PAYMENT", "no");
        provider.mayAnswer = new CountDownLatch(1);
        Thread first = Thread.startVirtualThread(() -> guarded.query(ORDER, AMOUNT));
        provider.called.await();

        assertThat(guarded.query(ORDER, AMOUNT)).isInstanceOf(NotReached.class);

        provider.mayAnswer.countDown();
        first.join();
        assertThat(guarded.query(ORDER, AMOUNT)).isInstanceOf(Declined.class);
    }

    @Test
    void tellsWhatTheProviderCannotDoWithoutTakingItForAFailure() {
        provider.outcome = new Declined(PaymentProvider.NOT_SUPPORTED, "it charges at once");
        ReservationStep step = new ReservationStep.Increase("pk-1", ORDER, AMOUNT, "key-1");

        assertThat(guarded.capabilities()).doesNotContain(step.needs());
        assertThat(guarded.reserve(step)).isEqualTo(provider.outcome);
    }

    /** A provider that answers everything alike. */
    private static final class Answering implements PaymentProvider {

        private ProviderOutcome outcome = new Unknown("not told");
        private CountDownLatch mayAnswer = new CountDownLatch(0);
        private final CountDownLatch called = new CountDownLatch(1);
        private volatile int calls;

        @Override
        public CardRegistration register(String authKey, String customerKey, String idempotencyKey) {
            return new CardRegistration.Unavailable("not told");
        }

        @Override
        public ProviderOutcome charge(Charge charge) {
            return answer();
        }

        @Override
        public ProviderOutcome query(OrderId order, Money amount) {
            return answer();
        }

        @Override
        public ProviderOutcome cancel(Cancellation cancellation) {
            return answer();
        }

        @Override
        public ProviderOutcome find(Cancellation cancellation) {
            return answer();
        }

        @Override
        public Set<ReservationStep.Capability> capabilities() {
            return Set.of();
        }

        @Override
        public ProviderOutcome reserve(ReservationStep step) {
            return answer();
        }

        @Override
        public TransactionList transactions(Instant from, Instant until) {
            return new TransactionList.Unavailable("not told");
        }

        private ProviderOutcome answer() {
            calls++;
            called.countDown();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return outcome;
        }
    }

    private static final class MovingClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-21T03:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
