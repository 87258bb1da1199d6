package io.voltledger.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.HandSettlement.Way;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentCommand.ApprovePaymentSettlement;
import io.voltledger.api.payment.PaymentCommand.ReportPaymentCancelled;
import io.voltledger.api.payment.PaymentCommand.SettlePayment;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.payment.PaymentEvent.PaymentAbandoned;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentCancelled;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentEvent.PaymentSettled;
import io.voltledger.api.payment.PaymentEvent.PaymentSettlementProposed;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.session.SessionId;
import io.voltledger.command.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A payment of 12,100 won that came too late and that the provider does not give back. */
class PaymentSettlingTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");
    private static final SessionId SESSION = new SessionId("CP-1:42");
    private static final BillId BILL = BillId.of(SESSION);
    private static final PaymentId PAYMENT = PaymentId.of(BILL, 1);
    private static final Money AMOUNT = Money.of(12_100, "KRW");
    private static final Map<String, Long> ENOUGH = Map.of("KRW", 12_100L);
    private static final Map<String, Long> NOT_ENOUGH = Map.of("KRW", 12_099L);
    private static final HandSettlement WIRE = new HandSettlement(Way.BANK, "wire-7", "the card is gone", "kim");

    private static final PaymentRequested REQUESTED = new PaymentRequested(
            PAYMENT, BILL, SESSION, new MemberId("M1"), null, AMOUNT, 1, new OrderId("order-42-1"), AT);
    private static final PaymentApprovedLate LATE = new PaymentApprovedLate(PAYMENT, BILL, AMOUNT, "key", AT);
    private static final PaymentSettled BY_ONE = new PaymentSettled(PAYMENT, BILL, AMOUNT, WIRE, "policy", AT);

    private PaymentFacts facts = PaymentFacts.NONE;

    @Test
    void isSettledByOnePersonWhereItIsLittle() {
        late();

        assertThat(settle(WIRE, ENOUGH)).containsExactly(proposed(WIRE), BY_ONE);
        assertThat(settle(WIRE, ENOUGH)).isEmpty();
        assertThat(settle(wire("wire-8"), ENOUGH)).isEmpty();
    }

    @Test
    void isSettledByTwoPersonsWhereItIsMuch() {
        late();

        assertThat(settle(WIRE, NOT_ENOUGH)).containsExactly(proposed(WIRE));
        assertThat(settle(WIRE, NOT_ENOUGH)).isEmpty();
        assertThat(refusal(approve("kim"))).isEqualTo("same-person");
        assertThat(settle(wire("wire-8"), NOT_ENOUGH)).containsExactly(proposed(wire("wire-8")));
        assertThat(tell(approve("lee")))
                .containsExactly(new PaymentSettled(PAYMENT, BILL, AMOUNT, wire("wire-8"), "lee", AT));
        assertThat(tell(approve("lee"))).isEmpty();
    }

    @Test
    void isNotGivenBackByTheProviderAsWell() {
        late();
        settle(WIRE, ENOUGH);

        assertThat(tell(now -> PaymentDecider.decide(new ReportPaymentCancelled(PAYMENT, AT), now)))
                .isEmpty();
    }

    @Test
    void isNotSettledWhereNothingIsToGoBack() {
        assertThat(refusal(now -> PaymentSettling.decide(new SettlePayment(PAYMENT, WIRE, AT), now, ENOUGH)))
                .isEqualTo("not-found");
        happened(REQUESTED, new PaymentApproved(PAYMENT, BILL, SESSION, new MemberId("M1"), AMOUNT, "key", AT));
        assertThat(refusal(now -> PaymentSettling.decide(new SettlePayment(PAYMENT, WIRE, AT), now, ENOUGH)))
                .isEqualTo("payment-not-late");
        happened(new PaymentCancelled(PAYMENT, BILL, AMOUNT, AT));
        assertThat(refusal(now -> PaymentSettling.decide(new SettlePayment(PAYMENT, WIRE, AT), now, ENOUGH)))
                .isEqualTo("payment-not-late");
    }

    @Test
    void isNotApprovedWhereNobodyProposedAnything() {
        assertThat(refusal(approve("lee"))).isEqualTo("not-found");
        late();
        assertThat(refusal(approve("lee"))).isEqualTo("nothing-proposed");
        settle(WIRE, NOT_ENOUGH);
        happened(new PaymentCancelled(PAYMENT, BILL, AMOUNT, AT));
        assertThat(refusal(approve("lee"))).isEqualTo("nothing-proposed");
    }

    private void late() {
        happened(REQUESTED, new PaymentAbandoned(PAYMENT, BILL, new OrderId("order-42-1"), "too long", AT), LATE);
    }

    private void happened(PaymentEvent... events) {
        for (PaymentEvent event : events) {
            facts = PaymentDecider.evolve(facts, event);
        }
    }

    private List<PaymentEvent> settle(HandSettlement settlement, Map<String, Long> alone) {
        return tell(now -> PaymentSettling.decide(new SettlePayment(PAYMENT, settlement, AT), now, alone));
    }

    private static Function<PaymentFacts, Decision<PaymentEvent>> approve(String by) {
        return now -> PaymentSettling.decide(new ApprovePaymentSettlement(PAYMENT, by, AT), now);
    }

    private List<PaymentEvent> tell(Function<PaymentFacts, Decision<PaymentEvent>> decide) {
        List<PaymentEvent> events =
                decide.apply(facts) instanceof Decision.Accepted<PaymentEvent> accepted ? accepted.events() : List.of();
        events.forEach(this::happened);
        return events;
    }

    private String refusal(Function<PaymentFacts, Decision<PaymentEvent>> decide) {
        return ((Decision.Refused<PaymentEvent>) decide.apply(facts))
                .rejection()
                .code();
    }

    private static PaymentSettlementProposed proposed(HandSettlement settlement) {
        return new PaymentSettlementProposed(PAYMENT, BILL, AMOUNT, settlement, AT);
    }

    private static HandSettlement wire(String reference) {
        return new HandSettlement(Way.BANK, reference, "the card is gone", "kim");
    }
}
