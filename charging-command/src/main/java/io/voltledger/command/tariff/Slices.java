package io.voltledger.command.tariff;

import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.Tariff;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts charging periods wherever a restriction of the tariff switches. */
final class Slices {

    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-9");
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private final Tariff tariff;
    private final Switches switches;
    private final List<Slice> slices = new ArrayList<>();
    private BigDecimal drawn = BigDecimal.ZERO;

    private Slices(Tariff tariff) {
        this.tariff = tariff;
        this.switches = new Switches(tariff);
    }

    static List<Slice> of(Tariff tariff, List<ChargingPeriod> periods) {
        Slices cut = new Slices(tariff);
        Origin reservation = new Origin();
        Origin session = new Origin();
        for (ChargingPeriod period : periods) {
            Origin origin = period.activity() == Activity.RESERVED ? reservation : session;
            cut.add(period, origin.since(period.from()));
        }
        return cut.slices;
    }

    private void add(ChargingPeriod period, BigDecimal elapsed) {
        BigDecimal energy = period.energy().wattHours();
        List<Point> points = points(period, elapsed);
        Point start = points.getFirst();
        for (Point end : points.subList(1, points.size())) {
            BigDecimal seconds = end.seconds().subtract(start.seconds());
            BigDecimal wattHours = end.drawn().subtract(start.drawn());
            if (seconds.compareTo(NEGLIGIBLE) > 0 || wattHours.compareTo(NEGLIGIBLE) > 0) {
                slices.add(new Slice(
                        period.activity(),
                        momentOf(period, start, elapsed),
                        instantOf(period, end),
                        seconds,
                        wattHours,
                        period.metered()));
                start = end;
            }
        }
        drawn = drawn.add(energy);
    }

    private Moment momentOf(ChargingPeriod period, Point at, BigDecimal elapsed) {
        return new Moment(
                instantOf(period, at).atZone(tariff.zone()),
                elapsed.add(at.seconds()),
                drawn.add(at.drawn()),
                powerOf(period),
                period.current());
    }

    private static Instant instantOf(ChargingPeriod period, Point at) {
        return period.from().plusNanos(at.seconds().movePointRight(9).longValue());
    }

    private static @Nullable BigDecimal powerOf(ChargingPeriod period) {
        BigDecimal seconds = Exact.seconds(Duration.between(period.from(), period.to()));
        return period.power() != null || seconds.signum() == 0
                ? period.power()
                : Exact.share(period.energy().kilowattHours(), SECONDS_PER_HOUR, seconds);
    }

    /** Start, every switch within, and end of a period, in order. */
    private List<Point> points(ChargingPeriod period, BigDecimal elapsed) {
        BigDecimal seconds = Exact.seconds(Duration.between(period.from(), period.to()));
        BigDecimal energy = period.energy().wattHours();
        List<Point> points = new ArrayList<>();
        for (Instant instant : switches.between(period.from(), period.to())) {
            points.add(atSecond(Exact.seconds(Duration.between(period.from(), instant)), seconds, energy));
        }
        for (BigDecimal duration : switches.durations()) {
            BigDecimal second = duration.subtract(elapsed);
            if (isWithin(second, seconds)) {
                points.add(atSecond(second, seconds, energy));
            }
        }
        for (BigDecimal threshold : switches.energies()) {
            BigDecimal amount = threshold.subtract(drawn);
            if (isWithin(amount, energy)) {
                points.add(new Point(Exact.share(seconds, amount, energy), amount));
            }
        }
        points.sort(Comparator.comparing(Point::seconds).thenComparing(Point::drawn));
        points.addFirst(new Point(BigDecimal.ZERO, BigDecimal.ZERO));
        points.addLast(new Point(seconds, energy));
        return points;
    }

    private static Point atSecond(BigDecimal second, BigDecimal seconds, BigDecimal energy) {
        return new Point(second, Exact.share(energy, second, seconds));
    }

    private static boolean isWithin(BigDecimal value, BigDecimal end) {
        return value.signum() > 0 && value.compareTo(end) < 0;
    }

    /** A point of a period: seconds since its start and Wh drawn until then, taken as drawn evenly. */
    private record Point(BigDecimal seconds, BigDecimal drawn) {}

    /** Where durations are counted from: a session's own start, whatever was reserved before. */
    private static final class Origin {

        private @Nullable Instant first;

        BigDecimal since(Instant instant) {
            if (first == null) {
                first = instant;
            }
            return Exact.seconds(Duration.between(first, instant));
        }
    }
}
