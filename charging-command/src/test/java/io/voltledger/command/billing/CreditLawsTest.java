package io.voltledger.command.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillCommand;
import io.voltledger.api.billing.BillCommand.IssueCreditNote;
import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.Decision;
import io.voltledger.command.tariff.TariffSamples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for every row of credit notes on a bill that has two VAT rates: 10 % on energy, 20 % on the start. */
class CreditLawsTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");
    private static final BillId BILL = new BillId("CP-1:42");

    private static final FrozenTariff TARIFF = new FrozenTariff(
            new TariffId("two-rates"),
            1,
            TariffSamples.eur(
                    TariffSamples.element(TariffSamples.energy("0.25", "10", 1), TariffSamples.flat("0.50", "20"))));

    private static final Tariff CAPPED = TariffSamples.withMaximum(TARIFF.tariff(), "4.00", "4.40");

    @Property(tries = 2_000)
    void neverTakeBackMoreNetOrVatThanTheBillHasUnderItsRate(
            @ForAll @IntRange(min = 1, max = 40_000) int wattHours,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 900) Integer> amounts,
            @ForAll @IntRange(max = 2) int first) {
        BillFacts facts = opened(wattHours);
        for (int index = 0; index < amounts.size(); index++) {
            int which = (first + index) % 3;
            facts = told(facts, credit("N" + index, which == 2 ? null : which, amounts.get(index)));
        }
        assertBounded(facts);
    }

    /** Whether a maximum takes off or not, and part after part. */
    @Property(tries = 2_000)
    void canTakeAnyPartBackThatIsSpread(
            @ForAll @IntRange(min = 1, max = 40_000) int wattHours,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 1_000) Integer> thousandths,
            @ForAll boolean capped) {
        BillFacts facts = told(BillFacts.NONE, open(wattHours, capped ? CAPPED : TARIFF.tariff()));
        for (int share : thousandths) {
            Creditable creditable = Creditable.of(Objects.requireNonNull(facts.opened()), facts);
            long part = creditable.gross().amount() * share / 1_000;
            if (part > 0) {
                assertCanTakeBack(creditable, part);
                facts = told(facts, credit("N" + facts.credits().size(), null, part));
            }
        }
    }

    @Property(tries = 2_000)
    void canAlwaysTakeTheWholeRestBack(
            @ForAll @IntRange(min = 1, max = 40_000) int wattHours, @ForAll @IntRange(min = 1, max = 900) int before) {
        BillFacts facts = told(opened(wattHours), credit("N1", 0, before));
        long rest = Creditable.of(Objects.requireNonNull(facts.opened()), facts)
                .gross()
                .amount();
        BillFacts all = told(facts, credit("N2", null, rest));
        assertBounded(all);
        assertThat(Creditable.of(Objects.requireNonNull(all.opened()), all).gross())
                .isEqualTo(cents(0));
    }

    @Test
    void refusesMoreUnderARateThanTheBillHasUnderIt() {
        BillFacts facts = opened(20_000);
        assertThat(decide(facts, credit("N1", 0, 61)))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.rejection().detail()).isEqualTo("Only 60 can still be credited"));
        assertThat(decide(facts, credit("N1", 0, 60))).isInstanceOf(Decision.Accepted.class);
    }

    /** One rate's gross rounds to nothing while its VAT rounds to a cent. */
    @Test
    void takesNoVatBackWithoutItsNet() {
        BillFacts facts = told(told(opened(200), credit("N1", 0, 1)), credit("N2", 1, 1));
        BillFacts spread = told(facts, credit("N3", null, 3));
        assertThat(spread.credits()).hasSize(3);
        assertBounded(spread);
    }

    /** A start whose VAT rounds down in proportion, and up to what its net leaves, under a maximum that leaves no cent more. */
    @Test
    void canTakeAlmostAllOfAMaximumBack() {
        BillFacts facts = told(BillFacts.NONE, open(18_200, CAPPED));
        assertCanTakeBack(Creditable.of(Objects.requireNonNull(facts.opened()), facts), 436);
    }

    @Test
    void spreadsWhatNamesNoLineOverTheRates() {
        BillFacts facts = told(opened(20_000), credit("N1", null, 305));
        assertThat(notes(facts))
                .extracting(line -> String.valueOf(line.vatRate()))
                .containsExactlyInAnyOrder("10", "20");
        assertThat(notes(facts)).extracting(BillLine::gross).containsExactlyInAnyOrder(cents(275), cents(30));
    }

    /** A most that holds after tax takes off under no rate: what is left of it bounds the others. */
    @Test
    void takesBackNoMoreThanAMaximumLeft() {
        BillFacts facts = told(BillFacts.NONE, open(20_000, CAPPED));
        assertThat(decide(facts, credit("N1", 1, 441))).isInstanceOf(Decision.Refused.class);
        BillFacts all = told(facts, credit("N1", null, 440));
        assertThat(Creditable.of(Objects.requireNonNull(all.opened()), all).gross())
                .isEqualTo(cents(0));
    }

    private static void assertCanTakeBack(Creditable creditable, long part) {
        List<VatShare> shares = creditable.spread(cents(part));
        assertThat(creditable.covers(shares)).isTrue();
        assertThat(shares).filteredOn(share -> share.rate() != null).noneMatch(VatShare::isNegative);
        assertThat(shares.stream().map(VatShare::gross).reduce(cents(0), Money::plus))
                .isEqualTo(cents(part));
    }

    private static void assertBounded(BillFacts facts) {
        BillOpened bill = Objects.requireNonNull(facts.opened());
        for (String rate : List.of("10", "20")) {
            assertThat(sum(notes(facts), rate).net())
                    .isLessThanOrEqualTo(sum(bill.lines(), rate).net());
            assertThat(sum(notes(facts), rate).vat())
                    .isLessThanOrEqualTo(sum(bill.lines(), rate).vat());
        }
        assertThat(notes(facts)).allSatisfy(line -> {
            assertThat(line.net().isNegative()).isFalse();
            assertThat(line.vat().isNegative()).isFalse();
        });
    }

    private static VatShare sum(List<BillLine> lines, String rate) {
        VatShares shares = new VatShares(cents(0).currency());
        shares.plus(lines);
        return shares.of(new BigDecimal(rate));
    }

    private static List<BillLine> notes(BillFacts facts) {
        return facts.credits().values().stream()
                .flatMap(note -> note.lines().stream())
                .toList();
    }

    private static IssueCreditNote credit(String note, @Nullable Integer line, long gross) {
        return new IssueCreditNote(BILL, new CreditNoteId(note), line, cents(gross), "cable broke", AT);
    }

    private static BillFacts opened(int wattHours) {
        return told(BillFacts.NONE, open(wattHours, TARIFF.tariff()));
    }

    private static OpenBill open(int wattHours, Tariff tariff) {
        return new OpenBill(
                BILL,
                new SessionId("CP-1:42"),
                new MemberId("M1"),
                null,
                new FrozenTariff(TARIFF.id(), TARIFF.version(), tariff),
                List.of(new ChargingPeriod(
                        AT.minusSeconds(3_600), AT, Energy.wh(wattHours), Activity.CHARGING, null, null)),
                List.of(),
                AT);
    }

    /** Refusals change nothing. */
    private static BillFacts told(BillFacts facts, BillCommand command) {
        BillFacts now = facts;
        if (decide(facts, command) instanceof Decision.Accepted<?> accepted) {
            for (Object event : accepted.events()) {
                now = BillDecider.evolve(now, (BillEvent) event);
            }
        }
        return now;
    }

    private static Decision<?> decide(BillFacts facts, BillCommand command) {
        return BillDecider.decide(command, facts, new BilledSessions() {
            @Override
            public Optional<SessionStopped> stopped(SessionId session) {
                return Optional.empty();
            }

            @Override
            public Optional<FrozenTariff> tariff(TariffId tariff) {
                return Optional.empty();
            }
        });
    }

    private static Money cents(long amount) {
        return Money.of(amount, "EUR");
    }
}
