package io.voltledger.command.billing;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillCommand.ApplyPayment;
import io.voltledger.api.billing.BillCommand.MarkBillOverdue;
import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillCommand.RequestBillPayment;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.BillOverdue;
import io.voltledger.api.billing.BillEvent.BillPaid;
import io.voltledger.api.billing.BillEvent.BillParked;
import io.voltledger.api.billing.BillEvent.BillPaymentRequested;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.tariff.Rating;
import io.voltledger.command.tariff.TariffSamples;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BillTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");
    private static final SessionId SESSION = new SessionId("CP-1:42");
    private static final BillId BILL = BillId.of(SESSION);
    private static final MemberId MEMBER = new MemberId("M1");
    private static final FrozenTariff TARIFF = new FrozenTariff(
            new TariffId("standard"),
            2,
            TariffSamples.eur(TariffSamples.element(TariffSamples.energy("0.25", "10", 1))));

    private final AggregateTestFixture<Bill> bill = new AggregateTestFixture<>(Bill.class);

    @Test
    void ratesTheSessionWithItsFrozenTariff() {
        bill.givenNoPriorActivity().when(open(20_000)).expectEvents(opened(20_000));
    }

    @Test
    void opensOnce() {
        bill.given(opened(20_000)).when(open(20_000)).expectNoEvents();
    }

    @Test
    void isPaidAtOnceWhereNothingIsOwed() {
        bill.givenNoPriorActivity()
                .when(open(0))
                .expectEvents(opened(0), new BillPaid(BILL, SESSION, MEMBER, cents(0), AT));
    }

    @Test
    void waitsForAPersonWhereAnythingIsInDoubt() {
        bill.givenNoPriorActivity()
                .when(open(20_000, MEMBER, TARIFF, List.of("register-went-back")))
                .expectEvents(new BillParked(BILL, SESSION, MEMBER, List.of("register-went-back"), AT));
        bill.givenNoPriorActivity()
                .when(open(20_000, null, null, List.of("orphan")))
                .expectEvents(new BillParked(BILL, SESSION, null, List.of("orphan", "no-member", "no-tariff"), AT));
    }

    @Test
    void booksEachPaymentOnceAndIsPaidAtZero() {
        PaymentApplied points = new PaymentApplied(BILL, PaymentSource.WALLET, "hold-1", cents(100), cents(450), AT);
        bill.given(opened(20_000)).when(apply("hold-1", 100)).expectEvents(points);
        bill.given(opened(20_000), points).when(apply("hold-1", 100)).expectNoEvents();
        bill.given(opened(20_000), points)
                .when(new ApplyPayment(BILL, PaymentSource.CARD, "payment-1", cents(450), AT))
                .expectEvents(
                        new PaymentApplied(BILL, PaymentSource.CARD, "payment-1", cents(450), cents(0), AT),
                        new BillPaid(BILL, SESSION, MEMBER, cents(550), AT));
    }

    @Test
    void refusesMoreThanIsOwed() {
        bill.given(opened(20_000))
                .when(apply("payment-1", 551))
                .expectExceptionDetails(new Rejection("overpayment", "Only 550 is owed"));
    }

    @Test
    void isOverdueOnceAndNeverAfterItIsPaid() {
        BillOverdue overdue = new BillOverdue(BILL, SESSION, MEMBER, cents(550), AT);
        bill.given(opened(20_000)).when(new MarkBillOverdue(BILL, AT)).expectEvents(overdue);
        bill.given(opened(20_000), overdue).when(new MarkBillOverdue(BILL, AT)).expectNoEvents();
        bill.given(opened(20_000))
                .andGivenCommands(apply("payment-1", 550))
                .when(new MarkBillOverdue(BILL, AT))
                .expectNoEvents();
    }

    @Test
    void isTriedAgainOnRequestWhileSomethingIsOwed() {
        bill.given(opened(20_000))
                .when(new RequestBillPayment(BILL, AT))
                .expectEvents(new BillPaymentRequested(BILL, AT));
        bill.given(opened(20_000), new BillPaymentRequested(BILL, AT))
                .when(new RequestBillPayment(BILL, AT))
                .expectNoEvents();
        bill.given(opened(20_000))
                .andGivenCommands(apply("payment-1", 550))
                .when(new RequestBillPayment(BILL, AT))
                .expectExceptionDetails(new Rejection("bill-not-payable", "Nothing is owed on the bill"));
    }

    @Test
    void takesNoMoneyWhileItIsParked() {
        bill.given(new BillParked(BILL, SESSION, MEMBER, List.of("orphan"), AT))
                .when(apply("payment-1", 1))
                .expectExceptionDetails(
                        new Rejection("bill-not-payable", "The bill is parked: a person must look first"));
    }

    private static ApplyPayment apply(String reference, long cents) {
        return new ApplyPayment(BILL, PaymentSource.WALLET, reference, cents(cents), AT);
    }

    private static OpenBill open(long wattHours) {
        return open(wattHours, MEMBER, TARIFF, List.of());
    }

    private static OpenBill open(
            long wattHours, @Nullable MemberId member, @Nullable FrozenTariff tariff, List<String> reasons) {
        return new OpenBill(BILL, SESSION, member, null, tariff, periods(wattHours), reasons, AT);
    }

    private static BillOpened opened(long wattHours) {
        Rating rating = Rating.of(TARIFF.tariff(), periods(wattHours));
        return new BillOpened(
                BILL, SESSION, MEMBER, null, TARIFF.id(), TARIFF.version(), rating.lines(), rating.totals(), AT);
    }

    private static List<ChargingPeriod> periods(long wattHours) {
        return List.of(
                new ChargingPeriod(AT.minusSeconds(3_600), AT, Energy.wh(wattHours), Activity.CHARGING, null, null));
    }

    private static Money cents(long amount) {
        return Money.of(amount, "EUR");
    }
}
