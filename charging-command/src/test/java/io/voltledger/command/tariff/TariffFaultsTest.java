package io.voltledger.command.tariff;

import static io.voltledger.command.tariff.TariffSamples.amperes;
import static io.voltledger.command.tariff.TariffSamples.dates;
import static io.voltledger.command.tariff.TariffSamples.duration;
import static io.voltledger.command.tariff.TariffSamples.element;
import static io.voltledger.command.tariff.TariffSamples.energy;
import static io.voltledger.command.tariff.TariffSamples.eur;
import static io.voltledger.command.tariff.TariffSamples.kilowattHours;
import static io.voltledger.command.tariff.TariffSamples.kilowatts;
import static io.voltledger.command.tariff.TariffSamples.times;
import static io.voltledger.command.tariff.TariffSamples.withMaximum;
import static io.voltledger.command.tariff.TariffSamples.withMinimum;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every fault names the element that it is in. */
class TariffFaultsTest {

    private static final TariffElement ENERGY = element(energy("0.25", "10", 1));
    private static final String BOUNDS = "elements[0].restrictions.";

    @Test
    void namesBoundsThatAreOutOfOrder() {
        LocalDate day = LocalDate.of(2026, 11, 21);
        assertThat(restricted(dates(day, day))).containsExactly(BOUNDS + "endDate: is not above startDate");
        assertThat(restricted(kilowattHours("5", "5"))).containsExactly(BOUNDS + "maxKwh: is not above minKwh");
        assertThat(restricted(amperes("32", "16"))).containsExactly(BOUNDS + "maxCurrent: is not above minCurrent");
        assertThat(restricted(kilowatts("22", "11"))).containsExactly(BOUNDS + "maxPower: is not above minPower");
        assertThat(restricted(duration(Duration.ofHours(2), Duration.ofHours(1))))
                .containsExactly(BOUNDS + "maxDuration: is not above minDuration");
        assertThat(restricted(times("08:00", "08:00"))).containsExactly(BOUNDS + "endTime: equals startTime");
    }

    @Test
    void takesBoundsInOrder() {
        LocalDate day = LocalDate.of(2026, 11, 21);
        for (TariffRestrictions bounds : List.of(
                dates(day, day.plusDays(1)),
                kilowattHours("5", "6"),
                amperes("16", "32"),
                kilowatts("11", "22"),
                duration(Duration.ofHours(1), Duration.ofHours(2)),
                times("08:00", "09:00"))) {
            assertThat(faults(eur(element(bounds, energy("0.20", "10", 1)), ENERGY)))
                    .isEmpty();
        }
    }

    @Test
    void namesPricesThatAreBelowZero() {
        assertThat(faults(eur(element(energy("-0.01", "10", 1)))))
                .containsExactly("elements[0].priceComponents[0].price: is negative");
        assertThat(faults(eur(element(energy("0.25", "-1", 1)))))
                .containsExactly("elements[0].priceComponents[0].vat: is negative");
        assertThat(faults(eur(element(energy("0", "0", 1))))).isEmpty();
    }

    @Test
    void namesADimensionThatIsPricedTwiceOrNotAtAll() {
        assertThat(faults(eur(element(energy("0.25", "10", 1), energy("0.30", "10", 1)))))
                .contains("elements[0]: prices a dimension twice");
        assertThat(faults(eur(element()))).containsExactly("elements[0]: has no price");
        assertThat(faults(eur())).containsExactly("elements: there is no element");
    }

    @Test
    void namesLimitsThatContradict() {
        assertThat(faults(withMinimum(eur(ENERGY), "-1", null))).containsExactly("minPrice: is negative");
        assertThat(faults(withMaximum(eur(ENERGY), "5", "4")))
                .containsExactly("maxPrice: is less after taxes than before");
        assertThat(faults(withMaximum(withMinimum(eur(ENERGY), "5", "6"), "4", "5")))
                .containsExactly(
                        "maxPrice.beforeTaxes: is less than minPrice", "maxPrice.afterTaxes: is less than minPrice");
        assertThat(faults(withMaximum(withMinimum(eur(ENERGY), "5", "5"), "5", "5")))
                .isEmpty();
        assertThat(faults(withMinimum(eur(ENERGY), "0", "0"))).isEmpty();
    }

    @Test
    void namesWhatIsMissingInATariffAsAWhole() {
        Tariff good = eur(ENERGY);
        assertThat(faults(new Tariff(" ", good.currency(), good.zone(), false, good.elements(), null, null)))
                .containsExactly("name: is blank");
        assertThat(faults(new Tariff(
                        "gold", Currency.getInstance("XAU"), good.zone(), false, good.elements(), null, null)))
                .containsExactly("currency: XAU has no minor unit");
    }

    private static List<String> restricted(TariffRestrictions restrictions) {
        return faults(eur(element(restrictions, energy("0.20", "10", 1)), ENERGY));
    }

    private static List<String> faults(Tariff tariff) {
        return TariffFaults.of(tariff).stream().map(Fault::toString).toList();
    }
}
