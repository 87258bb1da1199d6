package io.voltledger.command.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.HandSettlement.Way;
import io.voltledger.api.refund.BillRefundsId;
import io.voltledger.api.refund.RefundCommand.ApproveRefundSettlement;
import io.voltledger.api.refund.RefundCommand.ReportRefundPart;
import io.voltledger.api.refund.RefundCommand.ReportRefundPartFailed;
import io.voltledger.api.refund.RefundCommand.SettleRefundPart;
import io.voltledger.api.refund.RefundEvent;
import io.voltledger.api.refund.RefundEvent.RefundApproved;
import io.voltledger.api.refund.RefundEvent.RefundCompleted;
import io.voltledger.api.refund.RefundEvent.RefundPartDue;
import io.voltledger.api.refund.RefundEvent.RefundPartSettled;
import io.voltledger.api.refund.RefundEvent.RefundRequested;
import io.voltledger.api.refund.RefundEvent.RefundSettlementProposed;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.refund.RefundPart;
import io.voltledger.command.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refund of 12,100 won, 10,000 to a card that the provider refuses and 2,100 to the wallet; one person may give back 5,000. */
class RefundSettlingTest {

    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");
    private static final BillId BILL = new BillId("CP-1:42");
    private static final BillRefundsId REFUNDS = new BillRefundsId(BILL);
    private static final RefundId REFUND = RefundId.of(BILL, "r1");
    private static final MemberId MEMBER = new MemberId("M1");
    private static final Money ALL = won(12_100);
    private static final RefundPart CARD = new RefundPart(PaymentSource.CARD, "payment-1", "pk-1", won(10_000));
    private static final RefundPart WALLET = new RefundPart(PaymentSource.WALLET, "hold-1", null, won(2_100));
    private static final Map<String, Long> ALONE = Map.of("KRW", 5_000L);
    private static final HandSettlement WIRE = new HandSettlement(Way.BANK, "wire-7", "the card is gone", "kim");
    private static final HandSettlement CONSOLE = new HandSettlement(Way.PROVIDER, "cancel-7", "by phone", "kim");

    private RefundFacts facts = RefundFacts.NONE;

    @BeforeEach
    void theProviderRefuses() {
        happened(List.of(
                new RefundRequested(REFUND, BILL, MEMBER, ALL, List.of(CARD, WALLET), "wet cable", "kim", true, AT),
                new RefundApproved(REFUND, BILL, "lee", AT),
                new RefundPartDue(REFUND, BILL, MEMBER, 0, CARD, AT)));
        happened(events(RefundDecider.decide(
                new ReportRefundPartFailed(REFUNDS, REFUND, 0, "NOT_CANCELABLE", "too late", AT), facts)));
    }

    @Test
    void goesOnAfterAPartThatTwoPersonsSettled() {
        assertThat(settle(0, CONSOLE))
                .containsExactly(new RefundSettlementProposed(REFUND, BILL, 0, CARD, CONSOLE, AT));
        assertThat(settle(0, CONSOLE)).isEmpty();
        assertThat(settle(0, WIRE)).containsExactly(new RefundSettlementProposed(REFUND, BILL, 0, CARD, WIRE, AT));
        assertThat(refusal(approval("kim"))).isEqualTo("same-person");
        assertThat(approve("lee"))
                .containsExactly(
                        new RefundPartSettled(REFUND, BILL, MEMBER, 0, CARD, WIRE, "lee", AT),
                        new RefundPartDue(REFUND, BILL, MEMBER, 1, WALLET, AT));
        assertThat(refusal(approval("lee"))).isEqualTo("nothing-proposed");
        assertThat(events(RefundDecider.decide(new ReportRefundPart(REFUNDS, REFUND, 0, AT), facts)))
                .as("the provider gave it back as well")
                .isEmpty();
    }

    @Test
    void completesWhereOnePersonSettlesTheLastPart() {
        settle(0, WIRE);
        approve("lee");

        assertThat(refusal(command(1, CONSOLE))).isEqualTo("settlement-way");
        assertThat(settle(1, WIRE))
                .containsExactly(
                        new RefundSettlementProposed(REFUND, BILL, 1, WALLET, WIRE, AT),
                        new RefundPartSettled(REFUND, BILL, MEMBER, 1, WALLET, WIRE, "policy", AT),
                        new RefundCompleted(REFUND, BILL, MEMBER, ALL, AT));
        assertThat(refusal(command(1, WIRE))).isEqualTo("part-not-due");
    }

    @Test
    void settlesNoOtherPartThanTheOneThatIsDue() {
        assertThat(refusal(command(1, WIRE))).isEqualTo("part-not-due");
        SettleRefundPart other = new SettleRefundPart(REFUNDS, RefundId.of(BILL, "r2"), 0, WIRE, AT);
        assertThat(refusal(RefundSettling.decide(other, facts, ALONE))).isEqualTo("not-found");
    }

    @Test
    void forgetsWhatWasProposedWhereThePartCameBackAfterAll() {
        settle(0, WIRE);
        happened(events(RefundDecider.decide(new ReportRefundPart(REFUNDS, REFUND, 0, AT), facts)));

        assertThat(refusal(approval("lee"))).isEqualTo("nothing-proposed");
    }

    private Decision<RefundEvent> command(int part, HandSettlement settlement) {
        return RefundSettling.decide(new SettleRefundPart(REFUNDS, REFUND, part, settlement, AT), facts, ALONE);
    }

    private Decision<RefundEvent> approval(String by) {
        return RefundDecider.decide(new ApproveRefundSettlement(REFUNDS, REFUND, by, AT), facts);
    }

    private List<RefundEvent> settle(int part, HandSettlement settlement) {
        return happened(events(command(part, settlement)));
    }

    private List<RefundEvent> approve(String by) {
        return happened(events(approval(by)));
    }

    private List<RefundEvent> happened(List<RefundEvent> events) {
        events.forEach(event -> facts = RefundDecider.evolve(facts, event));
        return events;
    }

    private static List<RefundEvent> events(Decision<RefundEvent> decision) {
        return ((Decision.Accepted<RefundEvent>) decision).events();
    }

    private static String refusal(Decision<RefundEvent> decision) {
        return ((Decision.Refused<RefundEvent>) decision).rejection().code();
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
