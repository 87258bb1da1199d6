package io.voltledger.command.billing;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.Receipt;
import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillCommand.ApplyPayment;
import io.voltledger.api.billing.BillCommand.IssueCreditNote;
import io.voltledger.api.billing.BillCommand.MarkBillOverdue;
import io.voltledger.api.billing.BillCommand.NumberBill;
import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillCommand.ReleaseBill;
import io.voltledger.api.billing.BillCommand.RequestBillPayment;
import io.voltledger.api.billing.BillEvent.BillNumbered;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.BillOverdue;
import io.voltledger.api.billing.BillEvent.BillOverpaid;
import io.voltledger.api.billing.BillEvent.BillPaid;
import io.voltledger.api.billing.BillEvent.BillParked;
import io.voltledger.api.billing.BillEvent.BillPaymentRequested;
import io.voltledger.api.billing.BillEvent.BillReleased;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillSeries;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.command.tariff.Rating;
import io.voltledger.command.tariff.TariffSamples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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

    private static final FrozenTariff OTHER = new FrozenTariff(
            new TariffId("guests"), 1, TariffSamples.eur(TariffSamples.element(TariffSamples.energy("0.50", "10", 1))));
    private static final BillSeries SERIES = BillSeries.of("VL", 2026);
    private static final CreditNoteId NOTE = new CreditNoteId("N1");
    private static final BillParked PARKED = new BillParked(BILL, SESSION, MEMBER, List.of("register-went-back"), AT);

    private final Map<SessionId, SessionStopped> sessions = new HashMap<>();
    private final AggregateTestFixture<Bill> bill = new AggregateTestFixture<>(Bill.class);

    @BeforeEach
    void knowSessions() {
        bill.registerInjectableResource(new BilledSessions() {
            @Override
            public Optional<SessionStopped> stopped(SessionId session) {
                return Optional.ofNullable(sessions.get(session));
            }

            @Override
            public Optional<FrozenTariff> tariff(TariffId tariff) {
                return tariff.equals(OTHER.id()) ? Optional.of(OTHER) : Optional.empty();
            }
        });
    }

    @Test
    void ratesTheSessionWithItsFrozenTariff() {
        bill.givenNoPriorActivity().when(open(20_000)).expectEvents(opened(20_000));
    }

    @Test
    void opensOnce() {
        bill.given(opened(20_000))
                .when(open(20_000))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
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
        bill.given(opened(20_000), points)
                .when(apply("hold-1", 100))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        bill.given(opened(20_000), points)
                .when(new ApplyPayment(BILL, PaymentSource.CARD, "payment-1", cents(450), AT))
                .expectEvents(
                        new PaymentApplied(BILL, PaymentSource.CARD, "payment-1", cents(450), cents(0), AT),
                        new BillPaid(BILL, SESSION, MEMBER, cents(550), AT));
    }

    @Test
    void refusesAPaymentOfNothingOrInAnotherCurrency() {
        bill.given(opened(20_000))
                .when(apply("payment-1", 0))
                .expectExceptionDetails(new Rejection("amount-invalid", "A payment is more than nothing"));
        bill.given(opened(20_000))
                .when(new ApplyPayment(BILL, PaymentSource.CARD, "payment-1", Money.of(100, "KRW"), AT))
                .expectExceptionDetails(new Rejection("currency-mismatch", "The bill is in EUR, not KRW"));
    }

    @Test
    void refusesMoreThanTheBill() {
        bill.given(opened(20_000))
                .when(apply("payment-1", 551))
                .expectExceptionDetails(new Rejection("overpayment", "Only 550 of the bill is not paid"));
        bill.given(opened(20_000))
                .andGivenCommands(apply("hold-1", 100))
                .when(apply("payment-1", 451))
                .expectExceptionDetails(new Rejection("overpayment", "Only 450 of the bill is not paid"));
    }

    @Test
    void booksWhatWasTakenBeforeACreditNoteAndSaysWhatIsTooMuch() {
        bill.given(opened(20_000), note(NOTE, 110, 10, 440, 0))
                .when(apply("payment-1", 550))
                .expectEvents(
                        applied("payment-1", 550, 0),
                        new BillOverpaid(BILL, SESSION, MEMBER, "payment-1", 1, cents(110), AT),
                        new BillPaid(BILL, SESSION, MEMBER, cents(550), AT));
        bill.given(opened(20_000), note(NOTE, 110, 10, 440, 0))
                .andGivenCommands(apply("hold-1", 440))
                .when(apply("payment-1", 110))
                .expectEvents(
                        applied("payment-1", 110, 0),
                        new BillOverpaid(BILL, SESSION, MEMBER, "payment-1", 2, cents(110), AT));
    }

    @Test
    void isPaidOnceWhereACreditNotePaidItBeforeTheMoneyCame() {
        bill.given(opened(20_000))
                .andGivenCommands(credit(NOTE, 550))
                .when(apply("payment-1", 550))
                .expectEvents(
                        applied("payment-1", 550, 0),
                        new BillOverpaid(BILL, SESSION, MEMBER, "payment-1", 1, cents(550), AT));
        bill.given(opened(20_000))
                .andGivenCommands(credit(NOTE, 550), apply("payment-1", 550))
                .when(apply("payment-1", 550))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static PaymentApplied applied(String reference, long amount, long outstanding) {
        return new PaymentApplied(BILL, PaymentSource.WALLET, reference, cents(amount), cents(outstanding), AT);
    }

    @Test
    void isOverdueOnceAndNeverAfterItIsPaid() {
        BillOverdue overdue = new BillOverdue(BILL, SESSION, MEMBER, cents(550), AT);
        bill.given(opened(20_000)).when(new MarkBillOverdue(BILL, AT)).expectEvents(overdue);
        bill.given(opened(20_000), overdue)
                .when(new MarkBillOverdue(BILL, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        bill.given(opened(20_000))
                .andGivenCommands(apply("payment-1", 550))
                .when(new MarkBillOverdue(BILL, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isTriedAgainOnRequestWhileSomethingIsOwed() {
        bill.given(opened(20_000))
                .when(new RequestBillPayment(BILL, AT))
                .expectEvents(new BillPaymentRequested(BILL, AT));
        bill.given(opened(20_000), new BillPaymentRequested(BILL, AT))
                .when(new RequestBillPayment(BILL, AT))
                .expectSuccessfulHandlerExecution()
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

    @Test
    void isOpenedFromItsSessionOnceAPersonReleasesIt() {
        sessions.put(SESSION, stopped(MEMBER, TARIFF));
        bill.given(PARKED)
                .when(new ReleaseBill(BILL, "meter was read by hand", null, null, AT))
                .expectEvents(new BillReleased(BILL, SESSION, "meter was read by hand", AT), opened(20_000));
        bill.given(PARKED, opened(20_000))
                .when(new ReleaseBill(BILL, "again", null, null, AT))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection("bill-not-parked", "The bill waits for nobody"));
    }

    @Test
    void isReleasedWithTheMemberAndTariffThatThePersonNames() {
        sessions.put(SESSION, stopped(null, null));
        Rating rating = Rating.of(OTHER.tariff(), periods(20_000));
        bill.given(PARKED)
                .when(new ReleaseBill(BILL, "known guest", OTHER.id(), MEMBER, AT))
                .expectEvents(
                        new BillReleased(BILL, SESSION, "known guest", AT),
                        new BillOpened(
                                BILL,
                                SESSION,
                                MEMBER,
                                null,
                                OTHER.id(),
                                OTHER.version(),
                                rating.lines(),
                                rating.totals(),
                                AT));
    }

    @Test
    void staysParkedWhileSomethingIsMissing() {
        ReleaseBill release = new ReleaseBill(BILL, "try", null, null, AT);
        bill.given(PARKED)
                .when(release)
                .expectNoEvents()
                .expectExceptionDetails(incomplete("Its session has not stopped"));
        sessions.put(SESSION, stopped(null, TARIFF));
        bill.given(PARKED)
                .when(release)
                .expectExceptionDetails(incomplete("Neither the session nor the request names a member"));
        sessions.put(SESSION, stopped(MEMBER, null));
        bill.given(PARKED)
                .when(release)
                .expectExceptionDetails(incomplete("Neither the session nor the request names a published tariff"));
    }

    @Test
    void isNumberedOnce() {
        NumberBill number = new NumberBill(BILL, null, SERIES, 42, AT);
        BillNumbered numbered = new BillNumbered(BILL, null, SERIES, 42, AT);
        bill.given(opened(20_000)).when(number).expectEvents(numbered);
        bill.given(opened(20_000), numbered)
                .when(number)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        bill.given(opened(20_000))
                .when(new NumberBill(BILL, NOTE, SERIES, 1, AT))
                .expectExceptionDetails(new Rejection(Rejection.NOT_FOUND, "There is no credit note N1"));
    }

    @Test
    void takesAPartBackOnce() {
        CreditNoteIssued note = note(NOTE, 110, 10, 440, 0);
        bill.given(opened(20_000)).when(credit(NOTE, 110)).expectEvents(note);
        bill.given(opened(20_000), note)
                .when(credit(NOTE, 110))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void neverTakesBackMoreThanTheBill() {
        bill.given(opened(20_000), note(NOTE, 110, 10, 440, 0))
                .when(credit(new CreditNoteId("N2"), 441))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection("credit-exceeds-bill", "Only 440 can still be credited"));
        bill.given(opened(20_000), note(NOTE, 110, 10, 440, 0))
                .when(credit(new CreditNoteId("N2"), 440))
                .expectEvents(
                        note(new CreditNoteId("N2"), 440, 40, 0, 0),
                        new BillPaid(BILL, SESSION, MEMBER, cents(550), AT));
    }

    @Test
    void owesTheMemberWhatWasPaidAndIsTakenBack() {
        bill.given(opened(20_000))
                .andGivenCommands(apply("payment-1", 550))
                .when(credit(NOTE, 110))
                .expectEvents(note(NOTE, 110, 10, 0, 110));
    }

    @Test
    void refusesACreditOfNothingOrOfNoLine() {
        bill.given(opened(20_000))
                .when(credit(NOTE, 0))
                .expectExceptionDetails(new Rejection("amount-invalid", "A credit is more than nothing"));
        bill.given(opened(20_000))
                .when(new IssueCreditNote(BILL, NOTE, 1, cents(1), "x", AT))
                .expectExceptionDetails(new Rejection("line-unknown", "The bill has no line 1"));
        bill.given(opened(20_000))
                .when(new IssueCreditNote(BILL, NOTE, 0, Money.of(1, "KRW"), "x", AT))
                .expectExceptionDetails(new Rejection("currency-mismatch", "The bill is in EUR, not KRW"));
    }

    private static Rejection incomplete(String detail) {
        return new Rejection("bill-incomplete", detail);
    }

    private static IssueCreditNote credit(CreditNoteId note, long gross) {
        return new IssueCreditNote(BILL, note, null, cents(gross), "cable broke", AT);
    }

    private static CreditNoteIssued note(CreditNoteId note, long gross, long vat, long outstanding, long refundable) {
        BillLine line = new BillLine(
                BillLine.Kind.CREDIT,
                BigDecimal.ONE,
                "session",
                null,
                cents(gross - vat),
                BigDecimal.TEN,
                cents(vat),
                cents(gross));
        return new CreditNoteIssued(
                BILL,
                note,
                SESSION,
                MEMBER,
                "cable broke",
                List.of(line),
                new BillTotals(cents(gross - vat), cents(vat), cents(gross)),
                cents(outstanding),
                cents(refundable),
                AT);
    }

    private static SessionStopped stopped(@Nullable MemberId member, @Nullable FrozenTariff tariff) {
        return new SessionStopped(
                SESSION,
                new StationId("CP-1"),
                new ConnectorId(1),
                null,
                new Authorization(AuthorizationStatus.ACCEPTED, member, null, null),
                Energy.ZERO,
                Energy.wh(20_000),
                Energy.wh(20_000),
                AT.minusSeconds(3_600),
                AT,
                "Local",
                tariff,
                periods(20_000),
                List.of(),
                List.of(),
                List.of("register-went-back"),
                new Receipt("m", AT));
    }

    @Test
    void isOpenedBeforeAnythingIsPaid() {
        bill.givenNoPriorActivity()
                .when(apply("payment-1", 550))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection(Rejection.NOT_FOUND, "There is no bill " + BILL.value()));
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
