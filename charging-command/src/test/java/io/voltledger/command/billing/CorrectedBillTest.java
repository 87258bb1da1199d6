package io.voltledger.command.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.Receipt;
import io.voltledger.api.billing.BillCommand;
import io.voltledger.api.billing.BillCommand.ApplyPayment;
import io.voltledger.api.billing.BillCommand.CorrectBill;
import io.voltledger.api.billing.BillCommand.IssueCreditNote;
import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillCommand.OpenSupplement;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.BillPaid;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillEvent.SupplementIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillLine;
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
import io.voltledger.command.Decision;
import io.voltledger.command.tariff.TariffSamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bill over 20 kWh at 0.25, which is 5.00 and 0.50 VAT, and other tariffs. */
class CorrectedBillTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");
    private static final SessionId SESSION = new SessionId("CP-1:42");
    private static final BillId BILL = BillId.of(SESSION);
    private static final MemberId MEMBER = new MemberId("M1");
    private static final List<ChargingPeriod> PERIODS =
            List.of(new ChargingPeriod(AT.minusSeconds(3_600), AT, Energy.wh(20_000), Activity.CHARGING, null, null));

    private final List<BillEvent> events = new ArrayList<>();
    private BillFacts facts = BillFacts.NONE;

    @BeforeEach
    void open() {
        tell(new OpenBill(BILL, SESSION, MEMBER, null, energy("0.25", "10"), PERIODS, List.of(), AT));
    }

    @Test
    void isCreditedByWhatAnotherTariffIsCheaper() {
        tell(correct("R1", energy("0.20", "10")));

        assertThat(last(CreditNoteIssued.class)).satisfies(note -> {
            assertThat(note.totals().net()).isEqualTo(cents(100));
            assertThat(note.totals().vat()).isEqualTo(cents(10));
            assertThat(note.outstanding()).isEqualTo(cents(440));
            assertThat(note.refundable()).isEqualTo(cents(0));
        });
    }

    @Test
    void isSupplementedByWhatAnotherTariffIsDearer() {
        tell(correct("R1", energy("0.30", "10")));

        SupplementIssued supplement = last(SupplementIssued.class);
        assertThat(supplement.supplement()).isEqualTo(new BillId("CP-1:42~R1"));
        assertThat(supplement.totals().gross()).isEqualTo(cents(110));
        assertThat(supplement.lines()).extracting(BillLine::kind).containsExactly(BillLine.Kind.SUPPLEMENT);
    }

    @Test
    void tellsTheDifferenceByVatRate() {
        tell(correct("R1", energy("0.25", "20")));

        assertThat(last(CreditNoteIssued.class).totals()).isEqualTo(new BillTotals(cents(500), cents(50), cents(550)));
        assertThat(last(SupplementIssued.class).totals()).isEqualTo(new BillTotals(cents(500), cents(100), cents(600)));
    }

    @Test
    void isCorrectedOnceByEachRun() {
        tell(correct("R1", energy("0.20", "10")));
        assertThat(tell(correct("R1", energy("0.20", "10")))).isEmpty();
        assertThat(tell(correct("R1", energy("0.10", "10")))).isEmpty();
        assertThat(tell(correct("R2", energy("0.20", "10")))).isEmpty();
        assertThat(tell(correct("R3", energy("0.25", "10"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        SupplementIssued.class,
                        supplement -> assertThat(supplement.totals().gross()).isEqualTo(cents(110)));
    }

    @Test
    void countsWhatAnOperatorCredited() {
        tell(new IssueCreditNote(BILL, new CreditNoteId("N1"), null, cents(110), "goodwill", AT));
        assertThat(tell(correct("R1", energy("0.20", "10")))).isEmpty();
    }

    /** 4.5833 net and 20 % are 5.50, as are 5.00 and 10 %. */
    @Test
    void isCorrectedWhereAnotherVatRateTakesTheSameSum() {
        tell(correct("R1", energy("0.229167", "20")));

        assertThat(last(CreditNoteIssued.class).lines()).singleElement().satisfies(line -> {
            assertThat(line.vatRate()).isEqualByComparingTo("10");
            assertThat(line.net()).isEqualTo(cents(500));
            assertThat(line.vat()).isEqualTo(cents(50));
        });
        assertThat(last(SupplementIssued.class).lines()).singleElement().satisfies(line -> {
            assertThat(line.vatRate()).isEqualByComparingTo("20");
            assertThat(line.net()).isEqualTo(cents(458));
            assertThat(line.vat()).isEqualTo(cents(92));
        });
        assertThat(tell(correct("R1", energy("0.229167", "20")))).isEmpty();
    }

    @Test
    void takesBackUnderOneVatRateAndAsksUnderAnother() {
        tell(correct("R1", energy("0.30", "20")));
        assertThat(last(CreditNoteIssued.class).totals().gross()).isEqualTo(cents(550));
        assertThat(last(SupplementIssued.class).totals().gross()).isEqualTo(cents(720));
    }

    @Test
    void isPaidWhereTheCreditTakesTheRestAway() {
        assertThat(tell(correct("R1", energy("0", "10")))).hasSize(2).last().isInstanceOf(BillPaid.class);
    }

    @Test
    void owesBackWhatWasPaid() {
        tell(new ApplyPayment(BILL, PaymentSource.CARD, "p1", cents(550), AT));
        tell(correct("R1", energy("0.20", "10")));
        assertThat(last(CreditNoteIssued.class).refundable()).isEqualTo(cents(110));
    }

    @Test
    void refusesToGiveBackMoreThanItTook() {
        tell(correct("R1", energy("0.30", "10")));
        tell(new IssueCreditNote(BILL, new CreditNoteId("N1"), null, cents(500), "goodwill", AT));
        assertThat(decide(correct("R2", energy("0", "10"))))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo("credit-exceeds-bill"));
    }

    @Test
    void refusesATariffInAnotherCurrency() {
        FrozenTariff won = new FrozenTariff(new TariffId("won"), 1, TariffSamples.krwIncludingTax());
        assertThat(decide(correct("R1", won)))
                .isEqualTo(Decision.refused("currency-mismatch", "The bill is in EUR, the tariff is not"));
    }

    @Test
    void namesTheVersionThatItWasReratedBy() {
        tell(correct("R1", energy("0.20", "10")));
        assertThat(last(CreditNoteIssued.class).reason()).isEqualTo("rerated by standard version 2");
    }

    @Test
    void opensASupplementOnce() {
        tell(correct("R1", energy("0.30", "10")));
        SupplementIssued found = last(SupplementIssued.class);
        OpenSupplement open = new OpenSupplement(
                found.supplement(),
                SESSION,
                MEMBER,
                null,
                found.tariff(),
                found.tariffVersion(),
                found.lines(),
                found.totals(),
                AT);
        facts = BillFacts.NONE;
        assertThat(tell(open)).singleElement().isInstanceOfSatisfying(BillOpened.class, opened -> {
            assertThat(opened.bill()).isEqualTo(found.supplement());
            assertThat(opened.totals()).isEqualTo(found.totals());
        });
        assertThat(tell(open)).isEmpty();
    }

    private List<BillEvent> tell(BillCommand command) {
        return switch (decide(command)) {
            case Decision.Refused<BillEvent> refused -> throw new AssertionError(refused.rejection());
            case Decision.Accepted<BillEvent> accepted -> {
                accepted.events().forEach(event -> facts = BillDecider.evolve(facts, event));
                events.addAll(accepted.events());
                yield accepted.events();
            }
        };
    }

    private Decision<BillEvent> decide(BillCommand command) {
        return BillDecider.decide(command, facts, new BilledSessions() {
            @Override
            public Optional<SessionStopped> stopped(SessionId session) {
                return Optional.of(CorrectedBillTest.stopped());
            }

            @Override
            public Optional<FrozenTariff> tariff(TariffId tariff) {
                return Optional.empty();
            }
        });
    }

    private <E> E last(Class<E> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static CorrectBill correct(String run, FrozenTariff tariff) {
        return new CorrectBill(BILL, run, tariff, AT);
    }

    private static FrozenTariff energy(String price, String vat) {
        return new FrozenTariff(
                new TariffId("standard"),
                2,
                TariffSamples.eur(TariffSamples.element(TariffSamples.energy(price, vat, 1))));
    }

    private static SessionStopped stopped() {
        return new SessionStopped(
                SESSION,
                new StationId("CP-1"),
                new ConnectorId(1),
                null,
                new Authorization(AuthorizationStatus.ACCEPTED, MEMBER, null, null),
                Energy.ZERO,
                Energy.wh(20_000),
                Energy.wh(20_000),
                AT.minusSeconds(3_600),
                AT,
                "Local",
                energy("0.25", "10"),
                PERIODS,
                List.of(),
                List.of(),
                List.of(),
                new Receipt("m", AT));
    }

    private static Money cents(long amount) {
        return Money.of(amount, "EUR");
    }
}
