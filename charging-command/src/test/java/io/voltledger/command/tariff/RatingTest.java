package io.voltledger.command.tariff;

import static io.voltledger.command.tariff.TariffSamples.START;
import static io.voltledger.command.tariff.TariffSamples.amperes;
import static io.voltledger.command.tariff.TariffSamples.cents;
import static io.voltledger.command.tariff.TariffSamples.charged;
import static io.voltledger.command.tariff.TariffSamples.dates;
import static io.voltledger.command.tariff.TariffSamples.days;
import static io.voltledger.command.tariff.TariffSamples.duration;
import static io.voltledger.command.tariff.TariffSamples.element;
import static io.voltledger.command.tariff.TariffSamples.energy;
import static io.voltledger.command.tariff.TariffSamples.eur;
import static io.voltledger.command.tariff.TariffSamples.flat;
import static io.voltledger.command.tariff.TariffSamples.kilowattHours;
import static io.voltledger.command.tariff.TariffSamples.kilowatts;
import static io.voltledger.command.tariff.TariffSamples.krwIncludingTax;
import static io.voltledger.command.tariff.TariffSamples.parked;
import static io.voltledger.command.tariff.TariffSamples.parking;
import static io.voltledger.command.tariff.TariffSamples.reserved;
import static io.voltledger.command.tariff.TariffSamples.time;
import static io.voltledger.command.tariff.TariffSamples.times;
import static io.voltledger.command.tariff.TariffSamples.totals;
import static io.voltledger.command.tariff.TariffSamples.withMaximum;
import static io.voltledger.command.tariff.TariffSamples.withMinimum;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillLine.Kind;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffRestrictions.ReservationRestriction;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Restrictions that switch within a session, limits, and tax that is in the price. Lines are compared net. */
class RatingTest {

    @Test
    void switchesAtALocalTimeOfDay() {
        Tariff tariff =
                eur(element(times("12:00", "12:30"), energy("1.00", null, 1)), element(energy("0.10", null, 1)));
        assertThat(nets(tariff, charged(0, 60, 10_000))).containsExactly(cents(500), cents(50));
    }

    @Test
    void switchesAtMidnightAndRunsOverIt() {
        Tariff tariff =
                eur(element(times("23:00", "01:00"), energy("1.00", null, 1)), element(energy("0.10", null, 1)));
        assertThat(nets(tariff, period("2026-03-02T21:30:00Z", "2026-03-03T00:30:00Z", 18_000)))
                .containsExactly(cents(60), cents(1_200));
    }

    @Test
    void switchesAtADateAndADayOfTheWeek() {
        Tariff byDate = eur(
                element(dates(LocalDate.of(2026, 3, 3), null), energy("1.00", null, 1)),
                element(energy("0.10", null, 1)));
        Tariff untilDate = eur(
                element(dates(null, LocalDate.of(2026, 3, 3)), energy("1.00", null, 1)),
                element(energy("0.10", null, 1)));
        Tariff byDay = eur(element(days(DayOfWeek.TUESDAY), energy("1.00", null, 1)), element(energy("0.10", null, 1)));
        ChargingPeriod overMidnight = period("2026-03-02T22:00:00Z", "2026-03-03T00:00:00Z", 4_000);
        assertThat(nets(byDate, overMidnight)).containsExactly(cents(20), cents(200));
        assertThat(nets(untilDate, overMidnight)).containsExactly(cents(200), cents(20));
        assertThat(nets(byDay, overMidnight)).containsExactly(cents(20), cents(200));
    }

    @Test
    void showsTheHourTwiceThatTheClockShowsTwice() {
        Tariff tariff = eur(element(times("02:00", "03:00"), time("60.00", null, 1)));
        assertThat(nets(tariff, period("2026-10-24T23:00:00Z", "2026-10-25T03:00:00Z", 4_000)))
                .containsExactly(cents(12_000));
    }

    @Test
    void skipsTheHourThatTheClockSkips() {
        Tariff tariff = eur(element(times("02:00", "03:00"), time("60.00", null, 1)), element(time("1.00", null, 1)));
        assertThat(nets(tariff, period("2026-03-29T00:00:00Z", "2026-03-29T03:00:00Z", 4_000)))
                .containsExactly(cents(300));
    }

    @Test
    void switchesAtAnAmountOfEnergyWithinAPeriod() {
        Tariff tariff =
                eur(element(kilowattHours(null, "10"), energy("0.20", null, 1)), element(energy("0.50", null, 1)));
        assertThat(nets(tariff, charged(0, 30, 7_000), charged(30, 30, 8_000))).containsExactly(cents(200), cents(250));
    }

    @Test
    void ratesByPower() {
        Tariff tariff = eur(
                element(kilowatts(null, "16"), energy("0.20", null, 1)),
                element(kilowatts("16", "32"), energy("0.35", null, 1)),
                element(energy("0.50", null, 1)));
        assertThat(Rating.of(tariff, List.of(charged(0, 10, 1_000), charged(10, 50, 40_000), charged(60, 10, 500)))
                        .totals()
                        .net())
                .isEqualTo(cents(2_030));
    }

    @Test
    void ratesByCurrentWhereItIsKnown() {
        Tariff tariff = eur(element(amperes("20", null), energy("1.00", null, 1)), element(energy("0.10", null, 1)));
        ChargingPeriod strong = new ChargingPeriod(
                START, START.plusSeconds(3_600), Energy.wh(5_000), Activity.CHARGING, null, BigDecimal.valueOf(32));
        assertThat(nets(tariff, strong)).containsExactly(cents(500));
        assertThat(nets(tariff, charged(0, 60, 5_000))).containsExactly(cents(50));
    }

    @Test
    void chargesParkingAfterAPeriodOfGraceOnly() {
        Tariff tariff = eur(element(duration(Duration.ofMinutes(90), null), parking("6.00", null, 1)));
        assertThat(nets(tariff, charged(0, 60, 5_000), parked(60, 60))).containsExactly(cents(300));
    }

    @Test
    void stepsOnlyTheLastOfSeveralTimePrices() {
        Tariff tariff =
                eur(element(times("06:00", "12:25"), time("1.20", null, 1_800)), element(time("2.40", null, 900)));
        assertThat(nets(tariff, charged(0, 35, 5_000))).containsExactly(cents(50), cents(80));
    }

    @Test
    void stepsTheLastPaidPeriodWhereWhatFollowsIsFree() {
        Tariff tariff = eur(
                element(times("06:00", "20:00"), time("2.40", null, 900), parking("1.00", null, 900)),
                element(time("2.40", null, 900)));
        assertThat(nets(tariff, charged(475, 10, 1_000), parked(485, 2))).containsExactly(cents(60));
    }

    @Test
    void paysAFlatFeeOnceThoughItsElementSwitches() {
        Tariff tariff = eur(element(times("12:00", "12:30"), flat("1.00", null)), element(flat("2.00", null)));
        assertThat(nets(tariff, charged(0, 60, 1_000))).containsExactly(cents(100));
    }

    @Test
    void paysAnExpiredReservationByItsOwnElement() {
        Tariff tariff = eur(
                element(TariffSamples.reserved(ReservationRestriction.RESERVATION_EXPIRES), flat("4.00", null)),
                element(TariffSamples.reservation(), time("2.00", null, 600)),
                element(energy("0.25", null, 1)));
        assertThat(nets(tariff, reserved(0, 90))).containsExactly(cents(400), cents(300));
        assertThat(nets(tariff, reserved(0, 22), charged(22, 60, 20_000))).containsExactly(cents(100), cents(500));
    }

    @Test
    void keepsTheGrossThatWasShownWhereTaxIsIncluded() {
        Tariff tariff = krwIncludingTax(element(energy("347.2", "10", 1)));
        BillLine line =
                Rating.of(tariff, List.of(charged(0, 60, 7_215))).lines().getFirst();
        assertThat(line.gross()).isEqualTo(Money.of(2_505, "KRW"));
        assertThat(line.vat()).isEqualTo(Money.of(228, "KRW"));
        assertThat(line.net()).isEqualTo(Money.of(2_277, "KRW"));
        assertThat(line.quantity()).isEqualByComparingTo("7.215");
    }

    @Test
    void neverCostsMoreThanTheMaximum() {
        Tariff tariff = withMaximum(eur(element(energy("0.25", "10", 1))), "5.00", "5.50");
        Rating rating = Rating.of(tariff, List.of(charged(0, 60, 100_000)));
        assertThat(rating.totals()).isEqualTo(totals(500, 550));
        assertThat(rating.lines()).extracting(BillLine::kind).containsExactly(Kind.ENERGY, Kind.MAXIMUM);
    }

    @Test
    void taxesAMinimumThatIsGivenBeforeTaxesOnly() {
        Tariff tariff = withMinimum(eur(element(energy("0.25", "10", 1))), "1.00", null);
        assertThat(Rating.of(tariff, List.of(charged(0, 60, 1_000))).totals()).isEqualTo(totals(100, 111));
        assertThat(Rating.of(tariff, List.of()).totals()).isEqualTo(totals(100, 110));
    }

    @Test
    void tellsTheCostSoFarBeforeAnyMinimum() {
        Tariff tariff = withMinimum(eur(element(energy("0.25", "10", 1))), "5.00", "5.50");
        assertThat(Rating.soFar(tariff, List.of(charged(0, 60, 4_000)))).isEqualTo(cents(110));
    }

    private static List<Money> nets(Tariff tariff, ChargingPeriod... periods) {
        return Rating.of(tariff, List.of(periods)).lines().stream()
                .map(BillLine::net)
                .toList();
    }

    private static ChargingPeriod period(String from, String to, long wattHours) {
        return new ChargingPeriod(
                Instant.parse(from), Instant.parse(to), Energy.wh(wattHours), Activity.CHARGING, null, null);
    }
}
