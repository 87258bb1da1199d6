package io.voltledger.command.tariff;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.PriceLimit;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import io.voltledger.api.tariff.TariffRestrictions.ReservationRestriction;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tariffs and periods to rate. */
public final class TariffSamples {

    /** A Monday, noon in Berlin. */
    static final Instant START = Instant.parse("2026-03-02T11:00:00Z");

    private TariffSamples() {}

    public static Tariff eur(TariffElement... elements) {
        return new Tariff(
                "test", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), false, List.of(elements), null, null);
    }

    public static Tariff krwIncludingTax(TariffElement... elements) {
        return new Tariff(
                "test", Currency.getInstance("KRW"), ZoneId.of("Asia/Seoul"), true, List.of(elements), null, null);
    }

    static Tariff withMinimum(Tariff tariff, String beforeTaxes, @Nullable String afterTaxes) {
        return new Tariff(
                tariff.name(),
                tariff.currency(),
                tariff.zone(),
                tariff.taxIncluded(),
                tariff.elements(),
                limit(beforeTaxes, afterTaxes),
                tariff.maxPrice());
    }

    public static Tariff withMaximum(Tariff tariff, String beforeTaxes, @Nullable String afterTaxes) {
        return new Tariff(
                tariff.name(),
                tariff.currency(),
                tariff.zone(),
                tariff.taxIncluded(),
                tariff.elements(),
                tariff.minPrice(),
                limit(beforeTaxes, afterTaxes));
    }

    private static PriceLimit limit(String beforeTaxes, @Nullable String afterTaxes) {
        return new PriceLimit(new BigDecimal(beforeTaxes), afterTaxes == null ? null : new BigDecimal(afterTaxes));
    }

    public static TariffElement element(PriceComponent... components) {
        return new TariffElement(List.of(components), null);
    }

    static TariffElement element(TariffRestrictions restrictions, PriceComponent... components) {
        return new TariffElement(List.of(components), restrictions);
    }

    public static PriceComponent energy(String price, @Nullable String vat, int step) {
        return component(TariffDimension.ENERGY, price, vat, step);
    }

    public static PriceComponent time(String price, @Nullable String vat, int step) {
        return component(TariffDimension.TIME, price, vat, step);
    }

    static PriceComponent parking(String price, @Nullable String vat, int step) {
        return component(TariffDimension.PARKING_TIME, price, vat, step);
    }

    public static PriceComponent flat(String price, @Nullable String vat) {
        return component(TariffDimension.FLAT, price, vat, 1);
    }

    private static PriceComponent component(TariffDimension dimension, String price, @Nullable String vat, int step) {
        return new PriceComponent(dimension, new BigDecimal(price), vat == null ? null : new BigDecimal(vat), step);
    }

    static TariffRestrictions duration(@Nullable Duration least, @Nullable Duration most) {
        return Restrictions.that().holdAfter(least, most).only();
    }

    static TariffRestrictions times(String from, String to) {
        return Restrictions.that()
                .holdBetween(LocalTime.parse(from), LocalTime.parse(to))
                .only();
    }

    static TariffRestrictions dates(@Nullable LocalDate from, @Nullable LocalDate to) {
        return Restrictions.that().holdFrom(from, to).only();
    }

    static TariffRestrictions days(DayOfWeek... days) {
        return Restrictions.that().holdOn(Set.of(days)).only();
    }

    static TariffRestrictions kilowattHours(@Nullable String least, @Nullable String most) {
        return Restrictions.that().holdFromKilowattHours(least, most).only();
    }

    static TariffRestrictions kilowatts(@Nullable String least, @Nullable String most) {
        return Restrictions.that().holdFromKilowatts(least, most).only();
    }

    static TariffRestrictions amperes(@Nullable String least, @Nullable String most) {
        return Restrictions.that().holdFromAmperes(least, most).only();
    }

    static TariffRestrictions reservation() {
        return reserved(ReservationRestriction.RESERVATION);
    }

    static TariffRestrictions reserved(ReservationRestriction reservation) {
        return Restrictions.that().holdFor(reservation).only();
    }

    static ChargingPeriod charged(long fromMinute, long minutes, long wattHours) {
        return period(fromMinute, minutes, wattHours, Activity.CHARGING);
    }

    static ChargingPeriod parked(long fromMinute, long minutes) {
        return period(fromMinute, minutes, 0, Activity.PARKING);
    }

    static ChargingPeriod reserved(long fromMinute, long minutes) {
        return period(fromMinute, minutes, 0, Activity.RESERVED);
    }

    private static ChargingPeriod period(long fromMinute, long minutes, long wattHours, Activity activity) {
        Instant from = START.plus(Duration.ofMinutes(fromMinute));
        return new ChargingPeriod(
                from, from.plus(Duration.ofMinutes(minutes)), Energy.wh(wattHours), activity, null, null);
    }

    static Money cents(long amount) {
        return Money.of(amount, "EUR");
    }

    static BillTotals totals(long net, long gross) {
        return new BillTotals(cents(net), cents(gross - net), cents(gross));
    }
}
