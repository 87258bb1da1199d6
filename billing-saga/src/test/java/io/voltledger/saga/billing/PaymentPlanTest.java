package io.voltledger.saga.billing;

import static io.voltledger.saga.billing.OneCharge.BILL;
import static io.voltledger.saga.billing.OneCharge.MEMBER;
import static io.voltledger.saga.billing.OneCharge.NOW;
import static io.voltledger.saga.billing.OneCharge.SESSION;
import static io.voltledger.saga.billing.OneCharge.TOKEN;
import static io.voltledger.saga.billing.OneCharge.TOTAL;
import static io.voltledger.saga.billing.OneCharge.declined;
import static io.voltledger.saga.billing.OneCharge.held;
import static io.voltledger.saga.billing.OneCharge.hold;
import static io.voltledger.saga.billing.OneCharge.nothingHeld;
import static io.voltledger.saga.billing.OneCharge.opened;
import static io.voltledger.saga.billing.OneCharge.tryNow;
import static io.voltledger.saga.billing.OneCharge.unknown;
import static io.voltledger.saga.billing.OneCharge.won;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillCommand.MarkBillOverdue;
import io.voltledger.api.billing.BillCommand.OpenSupplement;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillEvent.SupplementIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.payment.PaymentCommand.RequestPayment;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.saga.billing.PaymentProcess.Phase;
import io.voltledger.saga.billing.Step.Wait;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the plan chooses where a fact comes late, twice or not at all. */
class PaymentPlanTest {

    private static final PaymentSchedules SCHEDULES = new PaymentSchedules(
            List.of(Duration.ofHours(1), Duration.ofHours(2)),
            Duration.ofHours(48),
            Duration.ofMinutes(5),
            Duration.ZERO,
            Duration.ofDays(7));

    private final PaymentPlan plan = new PaymentPlan(SCHEDULES);
    private final Circumstances given = new Circumstances(NOW, null);

    @Test
    void asksForLessWhereAPartWasTakenBackBetweenAttempts() {
        PaymentProcess waiting = after(opened(), nothingHeld(1), declined(1));
        assertThat(waiting.phase()).isEqualTo(Phase.WAITING);
        Decision credited = plan.next(waiting, note(4_100), given);
        assertThat(credited.process().owed().orElseThrow().amount()).isEqualTo(won(4_100));
        assertThat(credited.process().owed().orElseThrow().token()).isEqualTo(TOKEN);
        assertThat(credited.steps()).isEmpty();
    }

    @Test
    void asksForNothingAtOnceWhereAPartIsTakenBack() {
        PaymentProcess charging = after(opened(), nothingHeld(1));
        Decision credited = plan.next(charging, note(4_100), given);
        assertThat(credited.process().phase()).isEqualTo(Phase.CHARGING);
        assertThat(credited.steps()).isEmpty();
        PaymentProcess waiting = after(opened(), nothingHeld(1), declined(1));
        assertThat(plan.next(waiting, note(0), given).steps()).isEmpty();
    }

    @Test
    void opensTheSupplementThatItIsFor() {
        PaymentProcess process = PaymentProcess.of(SESSION, BillId.supplement(SESSION, "R1"));
        Decision decision = plan.next(process, supplement("R1"), given);
        assertThat(sent(decision)).singleElement().isInstanceOfSatisfying(OpenSupplement.class, open -> {
            assertThat(open.bill()).isEqualTo(process.bill());
            assertThat(open.totals().gross()).isEqualTo(won(1_100));
        });
        assertThat(decision.steps()).contains(new Step.WakeUp(Wait.STALL, 0, SCHEDULES.stallAfter()));
        assertThat(plan.next(process, supplement("R2"), given)).isEqualTo(Decision.unchanged(process));
    }

    @Test
    void chargesTheWholeToTheCardWhereTheWalletRefusesTheHold() {
        PaymentProcess holding = after(opened());
        Object command = sent(plan.next(begun(), opened(), given)).findFirst().orElseThrow();
        Decision decision = plan.refused(holding, command, new Rejection("wallet-closed", "no more"), given);
        assertThat(decision.steps().getFirst())
                .isEqualTo(new Step.Report("command-refused", "HoldFunds: wallet-closed: no more", command));
        assertThat(sent(decision))
                .singleElement()
                .isInstanceOfSatisfying(
                        RequestPayment.class,
                        request -> assertThat(request.amount()).isEqualTo(TOTAL));
    }

    @Test
    void reportsAnyOtherRefusalAndStaysAsItIs() {
        PaymentProcess charging = after(opened(), nothingHeld(1));
        MarkBillOverdue command = new MarkBillOverdue(BILL, NOW);
        Decision decision = plan.refused(charging, command, new Rejection("x", "y"), given);
        assertThat(decision.process()).isEqualTo(charging);
        assertThat(decision.steps())
                .containsExactly(new Step.Report("command-refused", "MarkBillOverdue: x: y", command));
        Object hold = new HoldFunds(OneCharge.WALLET, hold(1), BILL, TOTAL, NOW);
        assertThat(plan.refused(charging, hold, new Rejection("x", "y"), given).steps())
                .hasSize(1);
    }

    @Test
    void watchesOverAnAttemptWhoseWakeUpComesAgain() {
        PaymentProcess second = plan.wakeUp(after(opened(), nothingHeld(1), declined(1)), Wait.RETRY, 1, given)
                .process();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(plan.wakeUp(second, Wait.RETRY, 1, given).steps())
                .containsExactly(new Step.WakeUp(Wait.STALL, 2, SCHEDULES.stallAfter()));
        assertThat(plan.wakeUp(second, Wait.STALL, 1, given).steps()).isEmpty();
        assertThat(plan.wakeUp(second, Wait.RETRY, 0, given).steps()).isEmpty();
    }

    @Test
    void usesNoDelayOfTheScheduleForAnAttemptThatSomebodyAskedFor() {
        PaymentProcess waiting = after(opened(), nothingHeld(1), declined(1));
        PaymentProcess asked = after(waiting, tryNow(), nothingHeld(2));
        Decision failed = plan.next(asked, declined(2), given);
        assertThat(failed.steps()).containsExactly(new Step.WakeUp(Wait.RETRY, 2, Duration.ofHours(1)));
        assertThat(failed.process().retries()).isEqualTo(1);
    }

    @Test
    void givesTheHoldBackAndStaysOverdueWhereALaterAttemptFails() {
        PaymentProcess overdue = after(opened()).markedOverdue();
        PaymentProcess charging = after(overdue, tryNow(), held(2, 100));
        Decision failed = plan.next(charging, declined(2), given);
        assertThat(failed.process().phase()).isEqualTo(Phase.OVERDUE);
        assertThat(failed.process().inHold()).isEmpty();
        assertThat(failed.steps()).hasSize(1);
    }

    @Test
    void changesNothingForAFactThatComesAgain() {
        PaymentProcess unknown = after(opened(), nothingHeld(1), unknown(1));
        assertThat(plan.next(unknown, unknown(1), given)).isEqualTo(Decision.unchanged(unknown));
        assertThat(plan.next(unknown, opened(), given)).isEqualTo(Decision.unchanged(unknown));
        assertThat(plan.next(unknown, declined(7), given)).isEqualTo(Decision.unchanged(unknown));
        assertThat(plan.next(unknown, held(1, 100), given)).isEqualTo(Decision.unchanged(unknown));
        assertThat(plan.next(unknown, nothingHeld(1), given)).isEqualTo(Decision.unchanged(unknown));
        assertThat(plan.next(unknown, tryNow(), given)).isEqualTo(Decision.unchanged(unknown));
    }

    private static PaymentProcess begun() {
        return PaymentProcess.of(SESSION, BILL);
    }

    private PaymentProcess after(Object... facts) {
        return after(begun(), facts);
    }

    private PaymentProcess after(PaymentProcess process, Object... facts) {
        PaymentProcess now = process;
        for (Object fact : facts) {
            now = plan.next(now, fact, given).process();
        }
        return now;
    }

    private static Stream<Object> sent(Decision decision) {
        return decision.steps().stream().filter(Step.Send.class::isInstance).map(step -> ((Step.Send) step).command());
    }

    private static CreditNoteIssued note(long outstanding) {
        Money gross = TOTAL.minus(won(outstanding));
        return new CreditNoteIssued(
                BILL,
                new CreditNoteId("N1"),
                SESSION,
                MEMBER,
                "cable broke",
                List.of(),
                new BillTotals(gross, won(0), gross),
                won(outstanding),
                won(0),
                NOW);
    }

    private static SupplementIssued supplement(String run) {
        return new SupplementIssued(
                BILL,
                BillId.supplement(SESSION, run),
                SESSION,
                MEMBER,
                TOKEN,
                new TariffId("standard"),
                2,
                "rerated",
                List.of(),
                new BillTotals(won(1_000), won(100), won(1_100)),
                NOW);
    }
}
