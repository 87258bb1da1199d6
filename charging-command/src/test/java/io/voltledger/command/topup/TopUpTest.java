package io.voltledger.command.topup;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.topup.TopUpCommand.ConfirmTopUp;
import io.voltledger.api.topup.TopUpCommand.DeclineTopUp;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpCredited;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpRefused;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpReturned;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpReturnedByHand;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpUnknown;
import io.voltledger.api.topup.TopUpCommand.RequestTopUp;
import io.voltledger.api.topup.TopUpEvent.TopUpCharged;
import io.voltledger.api.topup.TopUpEvent.TopUpCompleted;
import io.voltledger.api.topup.TopUpEvent.TopUpDeclined;
import io.voltledger.api.topup.TopUpEvent.TopUpOutcomeUnknown;
import io.voltledger.api.topup.TopUpEvent.TopUpRefused;
import io.voltledger.api.topup.TopUpEvent.TopUpRequested;
import io.voltledger.api.topup.TopUpEvent.TopUpReturned;
import io.voltledger.api.topup.TopUpEvent.TopUpReturnedByHand;
import io.voltledger.api.topup.TopUpId;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class TopUpTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final TopUpId ID = new TopUpId("M1~k1");
    private static final MemberId MEMBER = new MemberId("M1");
    private static final Money AMOUNT = Money.of(5_000, "KRW");
    private static final OrderId ORDER = OrderId.standingFor("top-up/M1~k1");
    private static final TopUpRequested REQUESTED = new TopUpRequested(ID, MEMBER, AMOUNT, ORDER, AT);
    private static final TopUpCharged CHARGED = new TopUpCharged(ID, MEMBER, AMOUNT, "pk-1", AT);
    private static final TopUpRefused REFUSED =
            new TopUpRefused(ID, MEMBER, AMOUNT, "pk-1", "wallet-closed", "The wallet is closed", AT);
    private static final TopUpReturned RETURNED = new TopUpReturned(ID, MEMBER, AMOUNT, AT);

    private final AggregateTestFixture<TopUp> topUp = new AggregateTestFixture<>(TopUp.class);

    @Test
    void isAskedForOnce() {
        topUp.givenNoPriorActivity().when(new RequestTopUp(ID, AMOUNT, AT)).expectEvents(REQUESTED);
        topUp.given(REQUESTED)
                .when(new RequestTopUp(ID, AMOUNT, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesAnotherAmountUnderTheSameIdAndNothingAtAll() {
        topUp.given(REQUESTED)
                .when(new RequestTopUp(ID, Money.of(1, "KRW"), AT))
                .expectExceptionDetails(
                        new Rejection(Rejection.ALREADY_EXISTS, "The top-up was asked for with another amount"));
        topUp.givenNoPriorActivity()
                .when(new RequestTopUp(ID, Money.of(0, "KRW"), AT))
                .expectExceptionDetails(new Rejection("amount-invalid", "A top-up is more than nothing"));
    }

    @Test
    void isChargedOnceAlsoAfterAnUnknownOutcome() {
        TopUpOutcomeUnknown unknown = new TopUpOutcomeUnknown(ID, MEMBER, ORDER, "timeout", AT);
        topUp.given(REQUESTED).when(new ReportTopUpUnknown(ID, "timeout", AT)).expectEvents(unknown);
        topUp.given(REQUESTED, unknown).when(new ConfirmTopUp(ID, "pk-1", AT)).expectEvents(CHARGED);
        topUp.given(REQUESTED, unknown, CHARGED)
                .when(new ConfirmTopUp(ID, "pk-1", AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void endsInTheWallet() {
        topUp.given(REQUESTED, CHARGED)
                .when(new ReportTopUpCredited(ID, AT))
                .expectEvents(new TopUpCompleted(ID, MEMBER, AMOUNT, AT));
    }

    @Test
    void goesBackWhereTheWalletDoesNotTakeIt() {
        topUp.given(REQUESTED, CHARGED)
                .when(new ReportTopUpRefused(ID, "wallet-closed", "The wallet is closed", AT))
                .expectEvents(REFUSED);
        topUp.given(REQUESTED, CHARGED, REFUSED)
                .when(new ReportTopUpReturned(ID, AT))
                .expectEvents(RETURNED);
        topUp.given(REQUESTED, CHARGED, REFUSED, RETURNED)
                .when(new ReportTopUpReturned(ID, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void endsWithTheOperatorsReasonWhereItWentBackByHand() {
        TopUpReturnedByHand byHand = new TopUpReturnedByHand(ID, MEMBER, AMOUNT, "console refund 7781", AT);
        topUp.given(REQUESTED, CHARGED, REFUSED)
                .when(new ReportTopUpReturnedByHand(ID, "console refund 7781", AT))
                .expectEvents(byHand);
        topUp.given(REQUESTED, CHARGED, REFUSED, byHand)
                .when(new ReportTopUpReturned(ID, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        topUp.given(REQUESTED, CHARGED)
                .when(new ReportTopUpReturnedByHand(ID, "not refused at all", AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isDeclinedAlsoAfterAnUnknownOutcomeButNotOnceItIsCharged() {
        DeclineTopUp decline = new DeclineTopUp(ID, "NOT_CHARGED", "never reached", AT);
        topUp.given(REQUESTED, new TopUpOutcomeUnknown(ID, MEMBER, ORDER, "timeout", AT))
                .when(decline)
                .expectEvents(new TopUpDeclined(ID, MEMBER, AMOUNT, "NOT_CHARGED", "never reached", AT));
        topUp.given(REQUESTED, CHARGED)
                .when(decline)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isAskedForBeforeAnythingIsReportedOfIt() {
        topUp.givenNoPriorActivity()
                .when(new ConfirmTopUp(ID, "pk-1", AT))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection(Rejection.NOT_FOUND, "There is no top-up M1~k1"));
    }

    @Test
    void doesNotGoBackOnceItIsInTheWallet() {
        topUp.given(REQUESTED, CHARGED, new TopUpCompleted(ID, MEMBER, AMOUNT, AT))
                .when(new ReportTopUpRefused(ID, "wallet-closed", "The wallet is closed", AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givesBackWhatIsFoundTakenAfterItWasDeclined() {
        TopUpDeclined declined = new TopUpDeclined(ID, MEMBER, AMOUNT, "NOT_CHARGED", "never reached", AT);
        topUp.given(REQUESTED)
                .when(new DeclineTopUp(ID, "NOT_CHARGED", "never reached", AT))
                .expectEvents(declined);
        topUp.given(REQUESTED, declined)
                .when(new ConfirmTopUp(ID, "pk-1", AT))
                .expectEvents(
                        CHARGED,
                        new TopUpRefused(
                                ID,
                                MEMBER,
                                AMOUNT,
                                "pk-1",
                                "declined-before",
                                "The top-up had been declined when its money was found taken",
                                AT));
    }
}
