package io.voltledger.command.tariff;

import static io.voltledger.command.tariff.TariffSamples.element;
import static io.voltledger.command.tariff.TariffSamples.energy;
import static io.voltledger.command.tariff.TariffSamples.eur;
import static io.voltledger.command.tariff.TariffSamples.flat;
import static io.voltledger.command.tariff.TariffSamples.parking;
import static io.voltledger.command.tariff.TariffSamples.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffRestrictions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases with known answers that every rating of OCPI tariffs is held against. */
class TariffCasesTest {

    private static final Tariff PER_KWH = eur(element(energy("0.25", "10", 1)));

    @Test
    void chargesEnergyPerKilowattHour() {
        assertThat(totals(PER_KWH, charged(60, 20_000))).isEqualTo(TariffSamples.totals(500, 550));
    }

    @Test
    void addsAStartFeeWithItsOwnVat() {
        Tariff tariff = eur(element(flat("0.50", "20"), energy("0.25", "10", 1)));
        assertThat(totals(tariff, charged(60, 20_000))).isEqualTo(TariffSamples.totals(550, 610));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "1000", "1999"})
    void raisesToTheMinimumBelowTwoKilowattHours(long wattHours) {
        Tariff tariff = TariffSamples.withMinimum(PER_KWH, "0.50", "0.55");
        assertThat(totals(tariff, charged(60, wattHours))).isEqualTo(TariffSamples.totals(50, 55));
    }

    @Test
    void stepsParkingThatFollowsCharging() {
        Tariff tariff = eur(element(flat("0.50", "20"), energy("0.25", "10", 1), parking("2.00", "20", 900)));
        assertThat(totals(tariff, charged(60, 20_000), TariffSamples.parked(60, 40)))
                .isEqualTo(TariffSamples.totals(700, 790));
    }

    @Test
    void stepsChargingAndParkingTogetherByTheLastStep() {
        Tariff tariff = eur(element(time("3.00", "10", 1), parking("5.00", "20", 300)));
        assertThat(totals(tariff, charged(150, 20_000), TariffSamples.parked(150, 42)))
                .isEqualTo(TariffSamples.totals(1125, 1275));
    }

    @Test
    void chargesAReservationBesideTheSession() {
        Tariff tariff = eur(
                element(TariffSamples.reservation(), time("5.00", "20", 60)),
                element(flat("0.50", "20"), energy("0.25", "10", 1)));
        assertThat(totals(tariff, TariffSamples.reserved(-15, 15), charged(60, 20_000)))
                .isEqualTo(TariffSamples.totals(675, 760));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.029", "25, 0.03125", "500, 0.125"})
    void roundsEnergyUpByItsStepBeforeMoneyIsRounded(int step, BigDecimal exact) {
        var charges = Charges.of(
                eur(element(energy("0.25", "10", step))),
                List.of(new ChargingPeriod(
                        TariffSamples.START,
                        TariffSamples.START.plusSeconds(60),
                        Energy.wh("115.2"),
                        ChargingPeriod.Activity.CHARGING,
                        null,
                        null)));
        assertThat(charges)
                .singleElement()
                .satisfies(charge -> assertThat(Lines.exact(charge)).isEqualByComparingTo(exact));
    }

    @Test
    void chargesTimeInStepsWhereEnergyIsFree() {
        Tariff tariff = eur(element(time("2.00", "10", 300)));
        ChargingPeriod period = new ChargingPeriod(
                TariffSamples.START,
                TariffSamples.START.plus(Duration.ofMillis(7_102_800)),
                Energy.wh(20_000),
                ChargingPeriod.Activity.CHARGING,
                null,
                null);
        assertThat(totals(tariff, period)).isEqualTo(TariffSamples.totals(400, 440));
    }

    @Test
    void chargesNothingForTheFirstHalfHour() {
        TariffRestrictions firstHalfHour = TariffSamples.duration(null, Duration.ofMinutes(30));
        Tariff tariff = eur(element(firstHalfHour, energy("0.00", null, 1)), element(energy("0.25", null, 1)));
        BillTotals totals = totals(tariff, charged(30, 5_000), TariffSamples.charged(30, 10, 1_200));
        assertThat(totals.net()).isEqualTo(TariffSamples.cents(30));
    }

    private static ChargingPeriod charged(long minutes, long wattHours) {
        return TariffSamples.charged(0, minutes, wattHours);
    }

    private static BillTotals totals(Tariff tariff, ChargingPeriod... periods) {
        return Rating.of(tariff, List.of(periods)).totals();
    }
}
