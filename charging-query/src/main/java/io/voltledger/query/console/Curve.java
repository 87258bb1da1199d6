package io.voltledger.query.console;

import io.voltledger.api.session.SessionReadingView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A session's readings as lines of an SVG that is 600 wide and 160 high.
 *
 * @param energy points of the line of energy
 * @param power points of the line of power; empty where none was read
 */
record Curve(String energy, String power, Instant from, Instant to, String maxEnergy, String maxPower, int points) {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 160;

    static Curve of(List<SessionReadingView> readings, Instant startedAt) {
        Instant to = readings.isEmpty() ? startedAt : readings.getLast().at();
        BigDecimal highestEnergy = highest(readings, reading -> reading.energy().wattHours());
        List<SessionReadingView> powered =
                readings.stream().filter(reading -> reading.power() != null).toList();
        BigDecimal highestPower = highest(powered, Curve::powerOf);
        Scale scale =
                new Scale(startedAt, Math.max(1, Duration.between(startedAt, to).toMillis()));
        return new Curve(
                scale.line(readings, reading -> reading.energy().wattHours(), highestEnergy),
                scale.line(powered, Curve::powerOf, highestPower),
                startedAt,
                to,
                Show.INSTANCE.number(highestEnergy.movePointLeft(3).setScale(1, RoundingMode.HALF_UP)),
                Show.INSTANCE.number(highestPower.movePointLeft(3).setScale(1, RoundingMode.HALF_UP)),
                readings.size());
    }

    private static BigDecimal powerOf(SessionReadingView reading) {
        return Objects.requireNonNull(reading.power());
    }

    private static BigDecimal highest(
            List<SessionReadingView> readings, Function<SessionReadingView, BigDecimal> value) {
        return readings.stream().map(value).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }

    private record Scale(Instant from, long millis) {

        String line(
                List<SessionReadingView> readings, Function<SessionReadingView, BigDecimal> value, BigDecimal highest) {
            return readings.stream()
                    .map(reading -> x(reading.at()) + "," + y(value.apply(reading), highest))
                    .collect(Collectors.joining(" "));
        }

        private long x(Instant at) {
            return Math.clamp(WIDTH * Duration.between(from, at).toMillis() / millis, 0, WIDTH);
        }

        private BigDecimal y(BigDecimal value, BigDecimal highest) {
            return highest.signum() <= 0
                    ? BigDecimal.valueOf(HEIGHT)
                    : BigDecimal.valueOf(HEIGHT)
                            .subtract(value.multiply(BigDecimal.valueOf(HEIGHT))
                                    .divide(highest, 1, RoundingMode.HALF_UP));
        }
    }
}
