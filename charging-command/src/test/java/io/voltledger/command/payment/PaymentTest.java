package io.voltledger.command.payment;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentCommand;
import io.voltledger.api.payment.PaymentCommand.AbandonPayment;
import io.voltledger.api.payment.PaymentCommand.ConfirmPayment;
import io.voltledger.api.payment.PaymentCommand.DeclinePayment;
import io.voltledger.api.payment.PaymentCommand.RecordChargeback;
import io.voltledger.api.payment.PaymentCommand.ReportPaymentCancelled;
import io.voltledger.api.payment.PaymentCommand.ReportUnknownOutcome;
import io.voltledger.api.payment.PaymentCommand.RequestPayment;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.payment.PaymentEvent.PaymentAbandoned;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentCancelled;
import io.voltledger.api.payment.PaymentEvent.PaymentChargedBack;
import io.voltledger.api.payment.PaymentEvent.PaymentDeclined;
import io.voltledger.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");
    private static final SessionId SESSION = new SessionId("CP-1:42");
    private static final BillId BILL = BillId.of(SESSION);
    private static final PaymentId PAYMENT = PaymentId.of(BILL, 1);
    private static final MemberId MEMBER = new MemberId("M1");
    private static final OrderId ORDER = new OrderId("order-42-1");
    private static final Money AMOUNT = Money.of(12_100, "KRW");

    private static final PaymentRequested REQUESTED =
            new PaymentRequested(PAYMENT, BILL, SESSION, MEMBER, null, AMOUNT, 1, ORDER, AT);
    private static final PaymentApproved APPROVED =
            new PaymentApproved(PAYMENT, BILL, SESSION, MEMBER, AMOUNT, "key", AT);
    private static final PaymentDeclined DECLINED =
            new PaymentDeclined(PAYMENT, BILL, SESSION, MEMBER, AMOUNT, 1, "NO_FUNDS", "no funds", AT);
    private static final PaymentOutcomeUnknown UNKNOWN = new PaymentOutcomeUnknown(PAYMENT, BILL, ORDER, "timeout", AT);
    private static final PaymentAbandoned ABANDONED = new PaymentAbandoned(PAYMENT, BILL, ORDER, "too long", AT);
    private static final PaymentApprovedLate LATE = new PaymentApprovedLate(PAYMENT, BILL, AMOUNT, "key", AT);
    private static final PaymentCancelled CANCELLED = new PaymentCancelled(PAYMENT, BILL, AMOUNT, AT);

    private static final ConfirmPayment CONFIRM = new ConfirmPayment(PAYMENT, "key", AT);
    private static final DeclinePayment DECLINE = new DeclinePayment(PAYMENT, "NO_FUNDS", "no funds", AT);
    private static final ReportUnknownOutcome LOSE = new ReportUnknownOutcome(PAYMENT, "timeout", AT);
    private static final AbandonPayment ABANDON = new AbandonPayment(PAYMENT, "too long", AT);
    private static final ReportPaymentCancelled CANCEL = new ReportPaymentCancelled(PAYMENT, AT);

    private final AggregateTestFixture<Payment> payment = new AggregateTestFixture<>(Payment.class);

    static Stream<Arguments> steps() {
        return Stream.of(
                step(CONFIRM, APPROVED),
                step(DECLINE, DECLINED),
                step(LOSE, UNKNOWN),
                step(ABANDON, ABANDONED),
                step(CONFIRM, APPROVED, UNKNOWN),
                step(DECLINE, DECLINED, UNKNOWN),
                step(ABANDON, ABANDONED, UNKNOWN),
                step(CONFIRM, LATE, UNKNOWN, ABANDONED),
                step(CONFIRM, LATE, DECLINED),
                step(CANCEL, CANCELLED, UNKNOWN, ABANDONED, LATE),
                step(CANCEL, CANCELLED, APPROVED));
    }

    static Stream<Arguments> repetitions() {
        return Stream.of(
                step(CONFIRM, APPROVED, APPROVED),
                step(DECLINE, APPROVED, APPROVED),
                step(LOSE, APPROVED, APPROVED),
                step(ABANDON, APPROVED, APPROVED),
                step(DECLINE, DECLINED, DECLINED),
                step(LOSE, UNKNOWN, UNKNOWN),
                step(DECLINE, ABANDONED, ABANDONED),
                step(CONFIRM, LATE, ABANDONED, LATE),
                step(CANCEL, CANCELLED, LATE, CANCELLED),
                step(CANCEL, DECLINED, DECLINED));
    }

    @Test
    void isRequestedOnce() {
        RequestPayment request = new RequestPayment(PAYMENT, BILL, SESSION, MEMBER, null, AMOUNT, 1, ORDER, AT);
        payment.givenNoPriorActivity().when(request).expectEvents(REQUESTED);
        payment.given(REQUESTED)
                .when(request)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void goesOn(PaymentCommand report, PaymentEvent expected, PaymentEvent... before) {
        payment.given(REQUESTED).andGiven((Object[]) before).when(report).expectEvents(expected);
    }

    @ParameterizedTest
    @MethodSource("repetitions")
    void letsTheFirstFinalReportCount(PaymentCommand report, PaymentEvent end, PaymentEvent... before) {
        payment.given(REQUESTED)
                .andGiven((Object[]) before)
                .when(report)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isChargedBackInPartsEachReferenceOnceAndNeverAboveWhatWasTaken() {
        PaymentChargedBack first = chargedBack("cb-1", 2_100);
        payment.given(REQUESTED, APPROVED).when(chargeback("cb-1", won(2_100))).expectEvents(first);
        payment.given(REQUESTED, APPROVED, first)
                .when(chargeback("cb-1", won(2_100)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        payment.given(REQUESTED, APPROVED, first)
                .when(chargeback("cb-2", null))
                .expectEvents(chargedBack("cb-2", 10_000));
        payment.given(REQUESTED, APPROVED, first)
                .when(chargeback("cb-2", won(10_001)))
                .expectExceptionDetails(
                        new Rejection("chargeback-exceeds-payment", "10000 of the payment can be taken back"));
    }

    @Test
    void isNotChargedBackWhereNothingWasTaken() {
        payment.given(REQUESTED, DECLINED)
                .when(chargeback("cb-1", null))
                .expectExceptionDetails(new Rejection("payment-not-taken", "The payment is DECLINED"));
        payment.given(REQUESTED, APPROVED)
                .when(chargeback("cb-1", Money.of(1, "EUR")))
                .expectExceptionDetails(new Rejection("currency-mismatch", "The payment is in KRW"));
    }

    private static RecordChargeback chargeback(String reference, @Nullable Money amount) {
        return new RecordChargeback(PAYMENT, reference, amount, "not mine", "kim", AT);
    }

    private static PaymentChargedBack chargedBack(String reference, long amount) {
        return new PaymentChargedBack(PAYMENT, BILL, MEMBER, reference, won(amount), "not mine", "kim", AT);
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }

    @Test
    void knowsNoReportWithoutItsRequest() {
        payment.givenNoPriorActivity()
                .when(CONFIRM)
                .expectExceptionDetails(new Rejection(Rejection.NOT_FOUND, "There is no payment CP-1:42#1"));
    }

    private static Arguments step(PaymentCommand report, PaymentEvent expected, PaymentEvent... before) {
        return Arguments.of(report, expected, before);
    }
}
