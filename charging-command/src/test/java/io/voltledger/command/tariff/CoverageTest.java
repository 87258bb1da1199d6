package io.voltledger.command.tariff;

import static io.voltledger.command.tariff.TariffSamples.days;
import static io.voltledger.command.tariff.TariffSamples.duration;
import static io.voltledger.command.tariff.TariffSamples.element;
import static io.voltledger.command.tariff.TariffSamples.energy;
import static io.voltledger.command.tariff.TariffSamples.eur;
import static io.voltledger.command.tariff.TariffSamples.kilowattHours;
import static io.voltledger.command.tariff.TariffSamples.parking;
import static io.voltledger.command.tariff.TariffSamples.reservation;
import static io.voltledger.command.tariff.TariffSamples.time;
import static io.voltledger.command.tariff.TariffSamples.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffElement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final PriceComponent PRICE = energy("0.30", "10", 1);

    @Test
    void findsNoFaultWhereNightAndDayMeet() {
        assertThat(Coverage.faults(
                        eur(element(times("22:00", "06:00"), PRICE), element(times("06:00", "22:00"), PRICE))))
                .isEmpty();
    }

    @Test
    void namesTheHourThatNothingPrices() {
        Tariff tariff = eur(element(times("22:00", "06:00"), PRICE), element(times("07:00", "22:00"), PRICE));
        assertThat(Coverage.faults(tariff)).singleElement().satisfies(fault -> {
            assertThat(fault.element()).isEqualTo("elements");
            assertThat(fault.problem())
                    .startsWith("leave a gap: nothing prices ENERGY on ")
                    .contains(" at 06:00,");
        });
    }

    @Test
    void namesADayThatNothingPrices() {
        Tariff tariff = eur(element(
                days(
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY,
                        DayOfWeek.SUNDAY),
                time("1", null, 1)));
        assertThat(Coverage.faults(tariff))
                .singleElement()
                .extracting(Fault::problem)
                .asString()
                .contains("TIME on 2026-01-10");
    }

    @Test
    void namesASeasonThatNothingPrices() {
        Tariff tariff = eur(element(TariffSamples.dates(LocalDate.of(2026, 6, 1), null), PRICE));
        assertThat(Coverage.faults(tariff))
                .singleElement()
                .extracting(Fault::problem)
                .asString()
                .contains("ENERGY on 2026-05-25");
    }

    @Test
    void namesAnAmountOfEnergyThatNothingPrices() {
        assertThat(Coverage.faults(eur(element(kilowattHours("10", null), PRICE))))
                .singleElement()
                .extracting(Fault::problem)
                .asString()
                .contains("and 0 kWh");
    }

    @Test
    void leavesAGracePeriodOfParkingFree() {
        Tariff tariff = eur(element(PRICE), element(duration(Duration.ofMinutes(30), null), parking("2", null, 60)));
        assertThat(Coverage.faults(tariff)).isEmpty();
    }

    @Test
    void namesWhatCanNeverWin() {
        Tariff tariff = eur(element(PRICE), element(times("22:00", "06:00"), energy("0.10", "10", 1)));
        assertThat(Coverage.faults(tariff))
                .containsExactly(new Fault(
                        "elements[1].priceComponents[0]",
                        "can never win: an element before it always holds for ENERGY"));
    }

    @Test
    void namesWhatSeveralElementsTogetherHide() {
        Tariff tariff =
                eur(element(times("00:00", "12:00"), PRICE), element(times("12:00", "00:00"), PRICE), element(PRICE));
        assertThat(Coverage.faults(tariff))
                .extracting(Fault::element)
                .containsExactly("elements[2].priceComponents[0]");
    }

    @Test
    void letsReservationsCompeteAmongThemselvesOnly() {
        Tariff tariff = eur(element(time("1", null, 1)), element(reservation(), time("2", null, 1)));
        assertThat(Coverage.faults(tariff)).isEmpty();
    }

    @Test
    void saysWhenThereIsMoreThanCanBeChecked() {
        TariffElement[] elements = IntStream.range(1, 60)
                .boxed()
                .flatMap(n -> java.util.stream.Stream.of(
                        element(duration(Duration.ofMinutes(n), null), PRICE),
                        element(kilowattHours(String.valueOf(n), null), PRICE),
                        element(TariffSamples.kilowatts(String.valueOf(n), null), PRICE)))
                .toArray(TariffElement[]::new);
        assertThat(Coverage.faults(eur(elements)))
                .containsExactly(new Fault("elements", "have more restrictions than can be checked"));
    }
}
