package io.voltledger.command.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.refund.BillRefundsId;
import io.voltledger.api.refund.RefundCommand;
import io.voltledger.api.refund.RefundCommand.ApproveRefund;
import io.voltledger.api.refund.RefundCommand.RejectRefund;
import io.voltledger.api.refund.RefundCommand.ReportRefundPart;
import io.voltledger.api.refund.RefundCommand.ReportRefundPartFailed;
import io.voltledger.api.refund.RefundCommand.RequestRefund;
import io.voltledger.api.refund.RefundCommand.ReturnOverpayment;
import io.voltledger.api.refund.RefundEvent;
import io.voltledger.api.refund.RefundEvent.RefundApproved;
import io.voltledger.api.refund.RefundEvent.RefundCompleted;
import io.voltledger.api.refund.RefundEvent.RefundPartDue;
import io.voltledger.api.refund.RefundEvent.RefundPartFailed;
import io.voltledger.api.refund.RefundEvent.RefundPartReturned;
import io.voltledger.api.refund.RefundEvent.RefundRejected;
import io.voltledger.api.refund.RefundEvent.RefundRequested;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.refund.RefundPart;
import io.voltledger.command.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A bill of 12,100 won, 2,100 of them from the wallet; one person may give back up to 5,000. */
class RefundDeciderTest {

    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");
    private static final BillId BILL = new BillId("CP-1:42");
    private static final BillRefundsId REFUNDS = new BillRefundsId(BILL);
    private static final MemberId MEMBER = new MemberId("M1");
    private static final PaidBill PAID = new PaidBill(
            MEMBER,
            List.of(
                    new RefundPart(PaymentSource.WALLET, "hold-1", null, won(2_100)),
                    new RefundPart(PaymentSource.CARD, "payment-1", "pk-1", won(10_000))),
            12_100);
    private static final Map<String, Long> ALONE = Map.of("KRW", 5_000L);

    private RefundFacts facts = RefundFacts.NONE;

    @Test
    void returnsLittleAtOnceAndToTheCardFirst() {
        List<RefundEvent> events = request("r1", won(4_000));

        assertThat(events).hasSize(3);
        assertThat(events.get(1)).isEqualTo(new RefundApproved(id("r1"), BILL, "policy", AT));
        assertThat(events.get(2)).isEqualTo(new RefundPartDue(id("r1"), BILL, MEMBER, 0, card(4_000), AT));
    }

    @Test
    void asksNoSecondPersonUpToTheLimit() {
        assertThat(request("r1", won(5_000))).hasSize(3);
    }

    @Test
    void countsForEachPaymentWhatGoesBackOfIt() {
        request("r1", null);
        assertThat(facts.refunded("payment-1")).isEqualTo(10_000);
        assertThat(facts.refunded("hold-1")).isEqualTo(2_100);
    }

    @Test
    void decidesOfNoRefundThatNobodyAskedFor() {
        assertThat(refusal(new ApproveRefund(REFUNDS, id("r1"), "lee", AT))).isEqualTo("not-found");
        ReturnOverpayment tooMuch = new ReturnOverpayment(REFUNDS, id("r1"), BILL, won(1), AT);
        assertThat(code(RefundDecider.decide(tooMuch, facts, Optional.empty()))).isEqualTo("not-found");
    }

    @Test
    void waitsForASecondPersonAboveTheLimit() {
        assertThat(request("r1", won(5_001)))
                .singleElement()
                .satisfies(event ->
                        assertThat(((RefundRequested) event).needsApproval()).isTrue());

        assertThat(refusal(new ApproveRefund(REFUNDS, id("r1"), "kim", AT))).isEqualTo("same-person");
        assertThat(tell(new ApproveRefund(REFUNDS, id("r1"), "lee", AT)))
                .containsExactly(
                        new RefundApproved(id("r1"), BILL, "lee", AT),
                        new RefundPartDue(id("r1"), BILL, MEMBER, 0, card(5_001), AT));
        assertThat(tell(new ApproveRefund(REFUNDS, id("r1"), "lee", AT))).isEmpty();
    }

    @Test
    void returnsPartAfterPartEachOnce() {
        request("r1", null);
        tell(new ApproveRefund(REFUNDS, id("r1"), "lee", AT));

        assertThat(tell(new ReportRefundPart(REFUNDS, id("r1"), 1, AT))).isEmpty();
        assertThat(tell(new ReportRefundPart(REFUNDS, id("r1"), 0, AT)))
                .containsExactly(
                        new RefundPartReturned(id("r1"), BILL, MEMBER, 0, card(10_000), AT),
                        new RefundPartDue(id("r1"), BILL, MEMBER, 1, wallet(2_100), AT));
        assertThat(tell(new ReportRefundPart(REFUNDS, id("r1"), 0, AT))).isEmpty();
        assertThat(tell(new ReportRefundPart(REFUNDS, id("r1"), 1, AT)))
                .containsExactly(
                        new RefundPartReturned(id("r1"), BILL, MEMBER, 1, wallet(2_100), AT),
                        new RefundCompleted(id("r1"), BILL, MEMBER, won(12_100), AT));
        assertThat(tell(new ReportRefundPart(REFUNDS, id("r1"), 1, AT))).isEmpty();
    }

    @Test
    void goesOnWhereAPartThatFailedIsReturnedAfterAll() {
        request("r1", won(1_000));

        assertThat(tell(new ReportRefundPartFailed(REFUNDS, id("r1"), 0, "NOT_CANCELABLE", "too late", AT)))
                .containsExactly(
                        new RefundPartFailed(id("r1"), BILL, 0, card(1_000), "NOT_CANCELABLE", "too late", AT));
        assertThat(tell(new ReportRefundPart(REFUNDS, id("r1"), 0, AT))).hasSize(2);
    }

    @Test
    void refusesMoreThanWasPaidCountingWhatWaits() {
        request("r1", won(12_000));

        assertThat(refusalOf("r2", won(101))).isEqualTo("refund-exceeds-payment");
        assertThat(refusalOf("r2", won(0))).isEqualTo("amount-invalid");
        assertThat(refusalOf("r2", Money.of(1, "EUR"))).isEqualTo("currency-mismatch");
        assertThat(refusalOf("r1", won(11_000))).isEqualTo("already-exists");
        assertThat(request("r1", won(12_000))).isEmpty();
    }

    @Test
    void givesTheRoomOfARejectedOneBack() {
        request("r1", won(12_000));
        assertThat(tell(new RejectRefund(REFUNDS, id("r1"), "lee", "no reason given", AT)))
                .containsExactly(new RefundRejected(id("r1"), BILL, "lee", "no reason given", AT));
        assertThat(refusal(new ApproveRefund(REFUNDS, id("r1"), "lee", AT))).isEqualTo("refund-decided");

        assertThat(request("r2", null)).isNotEmpty();
    }

    @Test
    void refusesABillThatIsNotOpenOrNotPaid() {
        RequestRefund command = new RequestRefund(REFUNDS, id("r1"), BILL, null, "because", "kim", AT);
        assertThat(code(RefundDecider.decide(command, facts, Optional.empty(), ALONE)))
                .isEqualTo("not-found");
        assertThat(code(RefundDecider.decide(
                        command, facts, Optional.of(new PaidBill(MEMBER, List.of(), 12_100)), ALONE)))
                .isEqualTo("refund-exceeds-payment");
    }

    /** Whatever is asked for: what goes back of a payment is never more than it brought. */
    @Property(tries = 300)
    void neverGivesBackMoreThanAPaymentBrought(
            @ForAll @Size(max = 12) List<@LongRange(min = 1, max = 13_000) Long> amounts) {
        facts = RefundFacts.NONE;
        for (int number = 0; number < amounts.size(); number++) {
            Decision<RefundEvent> decision = ask("r" + number, won(amounts.get(number)));
            if (decision instanceof Decision.Accepted<RefundEvent>) {
                taken(decision);
            }
        }
        assertThat(facts.refunded("payment-1")).isBetween(0L, 10_000L);
        assertThat(facts.refunded("hold-1")).isBetween(0L, 2_100L);
        assertThat(facts.refunds().values())
                .allSatisfy(refund -> assertThat(refund.requested().parts().stream()
                                .mapToLong(part -> part.amount().amount())
                                .sum())
                        .isEqualTo(refund.requested().amount().amount()));
    }

    @Test
    void returnsWhatABillTookTooMuchAtOnceWhateverItsSize() {
        PaidBill credited = new PaidBill(MEMBER, PAID.parts(), 3_000);

        assertThat(giveBack("overpaid-2", won(9_100), credited))
                .last()
                .isEqualTo(new RefundPartDue(id("overpaid-2"), BILL, MEMBER, 0, card(9_100), AT));
        assertThat(giveBack("overpaid-2", won(9_100), credited)).isEmpty();
        assertThat(giveBack("overpaid-3", won(9_100), credited)).isEmpty();
    }

    @Test
    void returnsNoMoreThanIsTooMuch() {
        assertThat(giveBack("overpaid-1", won(9_100), PAID)).isEmpty();

        request("goodwill", won(2_000));
        PaidBill credited = new PaidBill(MEMBER, PAID.parts(), 9_100);
        assertThat(giveBack("overpaid-1", won(9_100), credited))
                .last()
                .isEqualTo(new RefundPartDue(id("overpaid-1"), BILL, MEMBER, 0, card(1_000), AT));
    }

    private List<RefundEvent> giveBack(String key, Money amount, PaidBill paid) {
        return taken(RefundDecider.decide(
                new ReturnOverpayment(REFUNDS, id(key), BILL, amount, AT), facts, Optional.of(paid)));
    }

    private List<RefundEvent> request(String key, @Nullable Money amount) {
        return taken(ask(key, amount));
    }

    private String refusalOf(String key, Money amount) {
        return code(ask(key, amount));
    }

    private Decision<RefundEvent> ask(String key, @Nullable Money amount) {
        return RefundDecider.decide(
                new RequestRefund(REFUNDS, id(key), BILL, amount, "the cable was wet", "kim", AT),
                facts,
                Optional.of(PAID),
                ALONE);
    }

    private List<RefundEvent> tell(RefundCommand command) {
        return taken(RefundDecider.decide(command, facts));
    }

    private String refusal(RefundCommand command) {
        return code(RefundDecider.decide(command, facts));
    }

    private List<RefundEvent> taken(Decision<RefundEvent> decision) {
        List<RefundEvent> events = ((Decision.Accepted<RefundEvent>) decision).events();
        events.forEach(event -> facts = RefundDecider.evolve(facts, event));
        return new ArrayList<>(events);
    }

    private static String code(Decision<RefundEvent> decision) {
        return ((Decision.Refused<RefundEvent>) decision).rejection().code();
    }

    private static RefundId id(String key) {
        return RefundId.of(BILL, key);
    }

    private static RefundPart card(long amount) {
        return new RefundPart(PaymentSource.CARD, "payment-1", "pk-1", won(amount));
    }

    private static RefundPart wallet(long amount) {
        return new RefundPart(PaymentSource.WALLET, "hold-1", null, won(amount));
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
