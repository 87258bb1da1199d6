package io.voltledger.command.tariff;

import io.voltledger.api.Energy;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffRestrictions;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rates a session of three periods a hundred thousand times, after as many to warm up, and prints how long it took. */
public final class RatingBench {

    private static final int RATINGS = 100_000;
    private static final BigDecimal VAT = BigDecimal.TEN;

    private RatingBench() {}

    public static void main(String[] args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        Tariff tariff = tariff();
        List<ChargingPeriod> session = session();
        long total = rate(tariff, session);
        long start = System.nanoTime();
        long again = rate(tariff, session);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        if (total != again) {
            throw new IllegalStateException("The same session was rated " + total + " and then " + again);
        }
        out.printf(
                "%d ratings of a session of 3 periods in %d ms: %d a second, %d ns each%n",
                RATINGS, taken.toMillis(), RATINGS * 1_000_000_000L / taken.toNanos(), taken.toNanos() / RATINGS);
    }

    private static long rate(Tariff tariff, List<ChargingPeriod> session) {
        long total = 0;
        for (int rating = 0; rating < RATINGS; rating++) {
            total += Rating.of(tariff, session).totals().gross().amount();
        }
        return total;
    }

    /** Night and day, a fee, and parking after a grace period. */
    private static Tariff tariff() {
        return new Tariff(
                "bench",
                Currency.getInstance("KRW"),
                ZoneId.of("Asia/Seoul"),
                true,
                List.of(
                        new TariffElement(
                                List.of(price(TariffDimension.ENERGY, 250), price(TariffDimension.FLAT, 500)),
                                times(LocalTime.of(23, 0), LocalTime.of(9, 0))),
                        new TariffElement(
                                List.of(price(TariffDimension.ENERGY, 350), price(TariffDimension.FLAT, 500)), null),
                        new TariffElement(List.of(price(TariffDimension.PARKING_TIME, 3_000)), null)),
                null,
                null);
    }

    private static PriceComponent price(TariffDimension dimension, long price) {
        return new PriceComponent(dimension, BigDecimal.valueOf(price), VAT, 1);
    }

    private static TariffRestrictions times(@Nullable LocalTime from, @Nullable LocalTime to) {
        return new TariffRestrictions(
                from, to, null, null, null, null, null, null, null, null, null, null, Set.of(), null);
    }

    private static List<ChargingPeriod> session() {
        Instant start = Instant.parse("2026-11-21T13:30:00Z");
        return List.of(
                period(start, 60, 12_000, Activity.CHARGING),
                period(start.plusSeconds(3_600), 30, 3_300, Activity.CHARGING),
                period(start.plusSeconds(5_400), 20, 0, Activity.PARKING));
    }

    private static ChargingPeriod period(Instant from, long minutes, long wattHours, Activity activity) {
        return new ChargingPeriod(
                from, from.plus(Duration.ofMinutes(minutes)), Energy.wh(wattHours), activity, null, null);
    }
}
