package io.voltledger.saga.billing;

import static io.voltledger.saga.billing.OneCharge.BILL;
import static io.voltledger.saga.billing.OneCharge.CARD;
import static io.voltledger.saga.billing.OneCharge.MEMBER;
import static io.voltledger.saga.billing.OneCharge.SESSION;
import static io.voltledger.saga.billing.OneCharge.TOKEN;
import static io.voltledger.saga.billing.OneCharge.TOTAL;
import static io.voltledger.saga.billing.OneCharge.WALLET;
import static io.voltledger.saga.billing.OneCharge.abandoned;
import static io.voltledger.saga.billing.OneCharge.approved;
import static io.voltledger.saga.billing.OneCharge.approvedLate;
import static io.voltledger.saga.billing.OneCharge.credited;
import static io.voltledger.saga.billing.OneCharge.declined;
import static io.voltledger.saga.billing.OneCharge.expired;
import static io.voltledger.saga.billing.OneCharge.held;
import static io.voltledger.saga.billing.OneCharge.hold;
import static io.voltledger.saga.billing.OneCharge.nothingHeld;
import static io.voltledger.saga.billing.OneCharge.opened;
import static io.voltledger.saga.billing.OneCharge.overdue;
import static io.voltledger.saga.billing.OneCharge.paid;
import static io.voltledger.saga.billing.OneCharge.payment;
import static io.voltledger.saga.billing.OneCharge.stopped;
import static io.voltledger.saga.billing.OneCharge.tryNow;
import static io.voltledger.saga.billing.OneCharge.unknown;
import static io.voltledger.saga.billing.OneCharge.won;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.billing.BillCommand.ApplyPayment;
import io.voltledger.api.billing.BillCommand.MarkBillOverdue;
import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillSeries;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.dunning.DunningCommand.AdvanceDunning;
import io.voltledger.api.dunning.DunningCommand.EndDunning;
import io.voltledger.api.dunning.DunningStage;
import io.voltledger.api.dunning.StandingId;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentCommand.AbandonPayment;
import io.voltledger.api.payment.PaymentCommand.RequestPayment;
import io.voltledger.api.payment.PaymentMethodEvent.PaymentMethodRegistered;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.token.TokenCommand.LiftRestriction;
import io.voltledger.api.token.TokenCommand.RestrictToken;
import io.voltledger.api.wallet.WalletCommand.CaptureHold;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletCommand.ReleaseHold;
import io.voltledger.runtime.CommandRejected;
import io.voltledger.saga.work.SideEffects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionPaymentSagaTest {

    private static final Instant NOW = OneCharge.NOW;
    private static final Duration SUSPEND = Duration.ofDays(14);
    private static final Duration FIRST_RETRY = Duration.ofMillis(10);
    private static final Duration SECOND_RETRY = Duration.ofMillis(20);
    private static final Duration ABANDON = Duration.ofSeconds(2);

    private final SagaTestFixture<SessionPaymentSaga> saga = new SagaTestFixture<>(SessionPaymentSaga.class);
    private final List<String> incidents = new ArrayList<>();
    private @Nullable PaymentMethodId method = CARD;

    @BeforeEach
    void surroundings() {
        saga.registerResource(new PaymentSteps(
                new PaymentSchedules(
                        List.of(FIRST_RETRY, SECOND_RETRY), ABANDON, Duration.ofHours(1), Duration.ZERO, SUSPEND),
                DefaultCommandGateway.builder().commandBus(saga.getCommandBus()).build(),
                member -> Optional.ofNullable(method),
                new ListedIncidents(incidents),
                SideEffects.UNOBSERVED,
                Clock.fixed(NOW, ZoneOffset.UTC)));
        saga.givenCurrentTime(NOW);
    }

    @Test
    void opensTheBillOfAStoppedSession() {
        saga.givenNoPriorActivity()
                .whenPublishingA(stopped())
                .expectActiveSagas(1)
                .expectDispatchedCommands(new OpenBill(BILL, SESSION, MEMBER, TOKEN, null, List.of(), List.of(), NOW));
    }

    @Test
    void holdsWhatTheWalletHasFirst() {
        given(stopped()).whenPublishingA(opened()).expectDispatchedCommands(holdFunds(1));
    }

    @Test
    void chargesTheRestToTheCard() {
        given(stopped(), opened()).whenPublishingA(held(1, 2_100)).expectDispatchedCommands(request(1, 10_000));
    }

    @Test
    void chargesAllToTheCardWhereTheWalletIsEmpty() {
        given(stopped(), opened()).whenPublishingA(nothingHeld(1)).expectDispatchedCommands(request(1, 12_100));
    }

    @Test
    void asksNoCardWhereTheWalletCoversAll() {
        given(stopped(), opened())
                .whenPublishingA(held(1, 12_100))
                .expectDispatchedCommands(capture(1), fromWallet(1, 12_100));
    }

    @Test
    void settlesWalletAndCardTogetherOnceApproved() {
        given(stopped(), opened(), held(1, 2_100))
                .whenPublishingA(approved(1, 10_000))
                .expectDispatchedCommands(capture(1), fromWallet(1, 2_100), fromCard(1, 10_000));
    }

    @Test
    void endsWhenTheBillIsPaid() {
        given(stopped(), opened(), nothingHeld(1), approved(1, 12_100))
                .whenPublishingA(paid())
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void endsWhereNothingIsOwed() {
        given(stopped(), opened(won(0)))
                .whenPublishingA(new BillEvent.BillPaid(BILL, SESSION, MEMBER, won(0), NOW))
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void givesTheHoldBackAndWaitsWhenTheCardIsDeclined() {
        given(stopped(), opened(), held(1, 2_100))
                .whenPublishingA(declined(1))
                .expectDispatchedCommands(release(1))
                .expectScheduledDeadline(FIRST_RETRY, new WakeUpCall(Step.Wait.RETRY, 1));
    }

    @Test
    void triesAgainWithANewHoldAndANewOrder() {
        given(stopped(), opened(), nothingHeld(1), declined(1))
                .whenTimeElapses(FIRST_RETRY)
                .expectDispatchedCommands(holdFunds(2));
        given(nothingHeld(2)).whenPublishingA(approved(2, 12_100)).expectDispatchedCommands(fromCard(2, 12_100));
    }

    @Test
    void goesOnWithTheHoldOfAWakeUpThatDiedBeforeItWasKept() {
        given(stopped(), opened(), nothingHeld(1), declined(1))
                .whenPublishingA(held(2, 2_100))
                .expectDispatchedCommands(request(2, 10_000));
    }

    @Test
    void goesOnWithoutFundsWhereAWakeUpDiedAfterItsHoldWasRefused() {
        given(stopped(), opened(), nothingHeld(1), declined(1))
                .whenPublishingA(nothingHeld(2))
                .expectDispatchedCommands(request(2, 12_100));
    }

    @Test
    void isOverdueAfterTheLastAttempt() throws Exception {
        declinedThreeTimes().whenPublishingA(declined(3)).expectDispatchedCommands(new MarkBillOverdue(BILL, NOW));
    }

    @Test
    void restrictsTheTokenOfAnOverdueBill() throws Exception {
        declinedThreeTimes()
                .andThenAPublished(declined(3))
                .whenPublishingA(overdue())
                .expectDispatchedCommands(
                        dun(DunningStage.OVERDUE), new RestrictToken(TOKEN, BILL, NOW), dun(DunningStage.RESTRICTED))
                .expectActiveSagas(1);
    }

    @Test
    void suspendsTheMemberAfterALongTime() throws Exception {
        declinedThreeTimes()
                .andThenAPublished(declined(3))
                .andThenAPublished(overdue())
                .whenTimeElapses(SUSPEND)
                .expectDispatchedCommands(dun(DunningStage.SUSPENDED));
    }

    @Test
    void triesAgainWhenAskedAndLiftsTheRestrictionOncePaid() throws Exception {
        declinedThreeTimes()
                .andThenAPublished(declined(3))
                .andThenAPublished(overdue())
                .whenPublishingA(tryNow())
                .expectDispatchedCommands(holdFunds(4));
        given(nothingHeld(4), approved(4, 12_100))
                .whenPublishingA(paid())
                .expectDispatchedCommands(
                        new LiftRestriction(TOKEN, BILL, NOW),
                        new EndDunning(new StandingId(MEMBER), BILL, SESSION, NOW))
                .expectActiveSagas(0);
    }

    @Test
    void staysOverdueWithoutMarkingTwiceWhenTheAskedAttemptFails() throws Exception {
        declinedThreeTimes()
                .andThenAPublished(declined(3))
                .andThenAPublished(overdue())
                .andThenAPublished(tryNow())
                .andThenAPublished(nothingHeld(4))
                .whenPublishingA(declined(4))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @Test
    void triesANewCardAtOnce() {
        given(stopped(), opened(), nothingHeld(1), declined(1))
                .whenPublishingA(new PaymentMethodRegistered(CARD, MEMBER, "현대", "4330****", NOW))
                .expectDispatchedCommands(holdFunds(2));
    }

    @Test
    void leavesAnAttemptUnderWayAloneWhenAskedToTry() {
        given(stopped(), opened(), nothingHeld(1)).whenPublishingA(tryNow()).expectNoDispatchedCommands();
    }

    @Test
    void asksForAPaymentWithoutAMethodWhereThereIsNone() {
        method = null;
        given(stopped(), opened())
                .whenPublishingA(nothingHeld(1))
                .expectDispatchedCommands(new RequestPayment(
                        payment(1),
                        BILL,
                        SESSION,
                        MEMBER,
                        null,
                        TOTAL,
                        1,
                        OrderId.standingFor(payment(1).value()),
                        NOW));
    }

    @Test
    void waitsForAnUnknownOutcome() {
        given(stopped(), opened(), held(1, 2_100))
                .whenPublishingA(unknown(1))
                .expectNoDispatchedCommands()
                .expectScheduledDeadline(ABANDON, new WakeUpCall(Step.Wait.ABANDON, 1));
    }

    @Test
    void settlesAnOutcomeThatBecomesKnown() {
        given(stopped(), opened(), held(1, 2_100), unknown(1))
                .whenPublishingA(approved(1, 10_000))
                .expectDispatchedCommands(capture(1), fromWallet(1, 2_100), fromCard(1, 10_000));
    }

    @Test
    void abandonsWhatStaysUnknown() {
        given(stopped(), opened(), held(1, 2_100), unknown(1))
                .whenTimeElapses(ABANDON)
                .expectDispatchedCommands(new AbandonPayment(payment(1), "unknown for PT2S", NOW));
        given(held(9, 1))
                .whenPublishingA(abandoned(1))
                .expectDispatchedCommands(release(1))
                .expectScheduledDeadline(FIRST_RETRY, new WakeUpCall(Step.Wait.RETRY, 1));
    }

    @Test
    void leavesTheLateApprovalOfAnAbandonedAttemptToBeCancelled() {
        given(stopped(), opened(), nothingHeld(1), unknown(1), abandoned(1))
                .whenPublishingA(approvedLate(1))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @Test
    void waitsForAPersonWhereTheBillIsParked() {
        given(stopped())
                .whenPublishingA(new BillEvent.BillParked(BILL, SESSION, MEMBER, List.of("no register"), NOW))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @Test
    void ignoresDoubledFacts() {
        given(stopped()).whenPublishingA(stopped()).expectNoDispatchedCommands().expectActiveSagas(1);
        given(opened()).whenPublishingA(opened()).expectNoDispatchedCommands();
        given(held(1, 2_100)).whenPublishingA(held(1, 2_100)).expectNoDispatchedCommands();
        given(approved(1, 10_000)).whenPublishingA(approved(1, 10_000)).expectNoDispatchedCommands();
        given(approved(1, 10_000)).whenPublishingA(declined(1)).expectNoDispatchedCommands();
    }

    @Test
    void ignoresADeadlineThatComesTooLate() {
        given(stopped(), opened(), nothingHeld(1), declined(1), tryNow())
                .whenTimeElapses(FIRST_RETRY)
                .expectNoDispatchedCommands();
    }

    @Test
    void asksForLessWhereACreditNoteCameBeforeTheCharge() {
        given(stopped(), opened(), credited(4_100, 8_000))
                .whenPublishingA(held(1, 2_100))
                .expectDispatchedCommands(request(1, 5_900));
        given(declined(1)).whenTimeElapses(FIRST_RETRY).expectDispatchedCommands(holdFunds(2, 8_000));
    }

    @Test
    void booksAllThatTheCardBroughtAndLeavesTheWalletWhatIsNotOwedAnyMore() {
        given(stopped(), opened(), held(1, 2_100), unknown(1), credited(4_100, 8_000))
                .whenPublishingA(approved(1, 10_000))
                .expectDispatchedCommands(release(1), fromCard(1, 10_000))
                .expectActiveSagas(1);
    }

    @Test
    void takesFromTheWalletWhatIsStillOwed() {
        given(stopped(), opened(), held(1, 2_100), credited(100, 12_000))
                .whenPublishingA(approved(1, 10_000))
                .expectDispatchedCommands(capture(1), fromWallet(1, 2_100), fromCard(1, 10_000));
    }

    @Test
    void waitsForTheChargeOfABillThatACreditNotePaid() {
        given(stopped(), opened(), held(1, 2_100), unknown(1), credited(12_100, 0))
                .whenPublishingA(paid())
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
        given(new BillEvent.BillNumbered(BILL, null, BillSeries.of("VL", 2026), 1, NOW))
                .whenPublishingA(approved(1, 10_000))
                .expectDispatchedCommands(release(1), fromCard(1, 10_000))
                .expectActiveSagas(0);
    }

    @Test
    void endsWhereTheChargeOfABillThatACreditNotePaidFails() {
        given(stopped(), opened(), held(1, 2_100), credited(12_100, 0), paid())
                .whenPublishingA(declined(1))
                .expectDispatchedCommands(release(1))
                .expectActiveSagas(0);
    }

    @Test
    void endsWhereTheChargeOfABillThatACreditNotePaidIsAbandoned() {
        given(stopped(), opened(), nothingHeld(1), unknown(1), credited(12_100, 0), paid())
                .whenPublishingA(abandoned(1))
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void chargesNothingWhereACreditNotePaidTheBillWhileTheWalletWasAsked() {
        given(stopped(), opened(), credited(12_100, 0), paid())
                .whenPublishingA(held(1, 2_100))
                .expectDispatchedCommands(release(1))
                .expectActiveSagas(0);
    }

    @Test
    void asksForWhatAnExpiredHoldDoesNotGiveOnceTheCardIsCharged() {
        given(stopped(), opened(), held(1, 2_100), unknown(1), expired(1, 2_100))
                .whenPublishingA(approved(1, 10_000))
                .expectDispatchedCommands(fromCard(1, 10_000), holdFunds(2, 2_100));
        given(nothingHeld(2))
                .whenPublishingA(approved(2, 2_100))
                .expectDispatchedCommands(fromCard(2, 2_100))
                .expectActiveSagas(1);
    }

    @Test
    void countsWhatACreditNoteForgaveNotWhatItKnewToBeOutstanding() {
        given(stopped(), opened(), held(1, 2_100), expired(1, 2_100), approved(1, 10_000), credited(700, 11_400))
                .whenPublishingA(nothingHeld(2))
                .expectDispatchedCommands(request(2, 1_400));
    }

    @Test
    void booksNothingFromAWalletWhoseHoldExpiredAMomentBeforeItsCapture() {
        refuseCaptures();
        given(stopped(), opened(), held(1, 2_100))
                .whenPublishingA(approved(1, 10_000))
                .expectDispatchedCommands(capture(1), fromCard(1, 10_000), holdFunds(2, 2_100));
        assertThat(incidents).isEmpty();
        given(expired(1, 2_100)).whenPublishingA(held(2, 2_000)).expectDispatchedCommands(request(2, 100));
    }

    @Test
    void holdsAnewWhereTheHoldThatCoveredAllExpired() {
        refuseCaptures();
        given(stopped(), opened()).whenPublishingA(held(1, 12_100)).expectDispatchedCommands(capture(1), holdFunds(2));
    }

    @Test
    void asksForAllAgainWhereTheHoldExpiredAndTheCardIsDeclined() {
        given(stopped(), opened(), held(1, 2_100), expired(1, 2_100))
                .whenPublishingA(declined(1))
                .expectNoDispatchedCommands()
                .expectScheduledDeadline(FIRST_RETRY, new WakeUpCall(Step.Wait.RETRY, 1));
    }

    private void refuseCaptures() {
        saga.setCallbackBehavior((command, metaData) -> {
            if (command instanceof CaptureHold) {
                throw new CommandRejected("hold-expired", "Hold is the member's again");
            }
            return null;
        });
    }

    @Test
    void tellsOperatorsOfAnAnswerThatDoesNotCome() {
        given(stopped(), opened(), nothingHeld(1))
                .whenTimeElapses(Duration.ofHours(1))
                .expectNoDispatchedCommands();

        assertThat(incidents).contains("payment-stalled");
    }

    private ContinuedGivenState declinedThreeTimes() throws Exception {
        return given(stopped(), opened(), nothingHeld(1), declined(1))
                .andThenTimeElapses(FIRST_RETRY)
                .andThenAPublished(nothingHeld(2))
                .andThenAPublished(declined(2))
                .andThenTimeElapses(SECOND_RETRY)
                .andThenAPublished(nothingHeld(3));
    }

    private ContinuedGivenState given(Object first, Object... more) {
        try {
            ContinuedGivenState state = saga.givenAPublished(first);
            for (Object event : more) {
                state = state.andThenAPublished(event);
            }
            return state;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HoldFunds holdFunds(int attempt) {
        return holdFunds(attempt, TOTAL.amount());
    }

    private static HoldFunds holdFunds(int attempt, long upTo) {
        return new HoldFunds(WALLET, hold(attempt), BILL, won(upTo), NOW);
    }

    private static ReleaseHold release(int attempt) {
        return new ReleaseHold(WALLET, hold(attempt), NOW);
    }

    private static RequestPayment request(int attempt, long amount) {
        return new RequestPayment(
                payment(attempt),
                BILL,
                SESSION,
                MEMBER,
                CARD,
                won(amount),
                attempt,
                OrderId.standingFor(payment(attempt).value()),
                NOW);
    }

    private static CaptureHold capture(int attempt) {
        return new CaptureHold(WALLET, hold(attempt), NOW);
    }

    private static ApplyPayment fromWallet(int attempt, long amount) {
        return new ApplyPayment(BILL, PaymentSource.WALLET, hold(attempt).value(), won(amount), NOW);
    }

    private static ApplyPayment fromCard(int attempt, long amount) {
        return new ApplyPayment(BILL, PaymentSource.CARD, payment(attempt).value(), won(amount), NOW);
    }

    private static AdvanceDunning dun(DunningStage stage) {
        return new AdvanceDunning(new StandingId(MEMBER), BILL, SESSION, stage, TOTAL, NOW);
    }
}
