package io.voltledger.query.smartcharging;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.chargepoint.ChargingProfile.Purpose;
import io.voltledger.api.chargepoint.ChargingProfile.Recurrency;
import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StoredChargingProfileView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class CompositeScheduleLawsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration SPAN = Duration.ofHours(2);
    private static final ConnectorId ONE = new ConnectorId(1);
    private static final int STEP = 60;

    @Property(tries = 200)
    void neverExceedsTheStationsMaximum(@ForAll("stacks") List<StoredChargingProfileView> stack) {
        List<StoredChargingProfileView> maxima = stack.stream()
                .filter(stored -> stored.profile().purpose() == Purpose.STATION_MAX)
                .toList();
        for (int at = 0; at < SPAN.toSeconds(); at += STEP) {
            BigDecimal most = limitAt(over(maxima, NOW, SPAN), at);
            BigDecimal limit = limitAt(over(stack, NOW, SPAN), at);
            if (most != null) {
                assertThat(limit).isNotNull().isLessThanOrEqualTo(most);
            }
        }
    }

    /** The rules of 2.0.1, said moment by moment: the lowest of all that limits leads. */
    @Property(tries = 300)
    void agreesWithAskingAtEachMomentIn201(@ForAll("stacks201") List<StoredChargingProfileView> stack) {
        List<SchedulePeriod> computed = over(Stacking.OCPP_2_0_1, stack, NOW, SPAN);
        for (int at = 0; at < SPAN.toSeconds(); at += STEP) {
            Instant time = NOW.plusSeconds(at);
            Optional<BigDecimal> drawn = highest(stack, Purpose.TX, List.of(1), time)
                    .or(() -> highest(stack, Purpose.TX_DEFAULT, List.of(0, 1), time));
            Optional<BigDecimal> expected = Stream.concat(
                            Stream.of(drawn, highest(stack, Purpose.STATION_MAX, List.of(0), time))
                                    .flatMap(Optional::stream),
                            constraints(stack, time))
                    .min(Comparator.naturalOrder());
            BigDecimal said = limitAt(computed, at);
            assertThat(said == null ? null : said.intValueExact())
                    .isEqualTo(expected.map(BigDecimal::intValueExact).orElse(null));
        }
    }

    @Property(tries = 200)
    void neverExceedsWhatLimitsFromOutside(@ForAll("stacks201") List<StoredChargingProfileView> stack) {
        List<SchedulePeriod> computed = over(Stacking.OCPP_2_0_1, stack, NOW, SPAN);
        for (int at = 0; at < SPAN.toSeconds(); at += STEP) {
            BigDecimal limit = limitAt(computed, at);
            assertThat(constraints(stack, NOW.plusSeconds(at)))
                    .allSatisfy(constraint -> assertThat(limit).isNotNull().isLessThanOrEqualTo(constraint));
        }
    }

    @Property(tries = 100)
    void ordersOfArrivalMakeNoDifference(@ForAll("stacks") List<StoredChargingProfileView> stack, @ForAll long seed) {
        List<StoredChargingProfileView> shuffled = new ArrayList<>(stack);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(over(shuffled, NOW, SPAN)).isEqualTo(over(stack, NOW, SPAN));
    }

    @Property(tries = 100)
    void laterWindowSaysTheSameOfTheSameTime(@ForAll("stacks") List<StoredChargingProfileView> stack) {
        Duration later = Duration.ofMinutes(37);
        List<SchedulePeriod> whole = over(stack, NOW, SPAN);
        List<SchedulePeriod> part = over(stack, NOW.plus(later), SPAN.minus(later));
        for (long at = later.toSeconds(); at < SPAN.toSeconds(); at += STEP) {
            assertThat(limitAt(part, at - later.toSeconds())).isEqualTo(limitAt(whole, at));
        }
    }

    /** The same rules, said moment by moment. */
    @Property(tries = 200)
    void agreesWithAskingAtEachMoment(@ForAll("stacks") List<StoredChargingProfileView> stack) {
        List<SchedulePeriod> computed = over(stack, NOW, SPAN);
        for (int at = 0; at < SPAN.toSeconds(); at += STEP) {
            Instant time = NOW.plusSeconds(at);
            Optional<BigDecimal> drawn = highest(stack, Purpose.TX, 1, time)
                    .or(() -> highest(stack, Purpose.TX_DEFAULT, 1, time))
                    .or(() -> highest(stack, Purpose.TX_DEFAULT, 0, time));
            Optional<BigDecimal> most = highest(stack, Purpose.STATION_MAX, 0, time);
            BigDecimal expected = most.isPresent() && drawn.isPresent()
                    ? most.get().min(drawn.get())
                    : most.or(() -> drawn).orElse(null);
            BigDecimal said = limitAt(computed, at);
            assertThat(said == null ? null : said.intValueExact())
                    .isEqualTo(expected == null ? null : expected.intValueExact());
        }
    }

    @Property(tries = 100)
    void isGaplessAndSaysNothingTwice(@ForAll("stacks") List<StoredChargingProfileView> stack) {
        List<SchedulePeriod> periods = over(stack, NOW, SPAN);
        assertThat(periods.getFirst().start()).isZero();
        for (int i = 1; i < periods.size(); i++) {
            assertThat(periods.get(i).start())
                    .isGreaterThan(periods.get(i - 1).start())
                    .isLessThan(SPAN);
            assertThat(periods.get(i).saysTheSameAs(periods.get(i - 1))).isFalse();
        }
    }

    @Provide
    Arbitrary<List<StoredChargingProfileView>> stacks() {
        return stacks(Arbitraries.of(Purpose.STATION_MAX, Purpose.TX_DEFAULT, Purpose.TX));
    }

    /** A level is taken by a default of the station or of the EVSE, not by both. */
    @Provide
    Arbitrary<List<StoredChargingProfileView>> stacks201() {
        return stacks(Arbitraries.of(Purpose.class)).map(stack -> {
            List<StoredChargingProfileView> kept = new ArrayList<>(stack);
            kept.removeIf(one -> isDefaultOf(one, 0)
                    && stack.stream()
                            .anyMatch(other -> isDefaultOf(other, 1)
                                    && other.profile().stackLevel()
                                            == one.profile().stackLevel()));
            return kept;
        });
    }

    private static boolean isDefaultOf(StoredChargingProfileView one, int connector) {
        return one.profile().purpose() == Purpose.TX_DEFAULT && new ConnectorId(connector).equals(one.connector());
    }

    private static Arbitrary<List<StoredChargingProfileView>> stacks(Arbitrary<Purpose> purposes) {
        return profiles(purposes).list().ofMaxSize(8).map(CompositeScheduleLawsTest::oneEach);
    }

    /** A station keeps one profile of each purpose, connector and level. */
    private static List<StoredChargingProfileView> oneEach(List<StoredChargingProfileView> all) {
        List<StoredChargingProfileView> kept = new ArrayList<>();
        for (StoredChargingProfileView one : all) {
            kept.removeIf(other -> other.profile().id() == one.profile().id());
            kept.add(one);
        }
        return kept;
    }

    private static Arbitrary<StoredChargingProfileView> profiles(Arbitrary<Purpose> purposes) {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(-120, 120);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 150);
        Arbitrary<int[]> limits = Arbitraries.integers()
                .between(0, 32)
                .list()
                .ofSize(3)
                .map(three -> new int[] {0, three.get(0), 1_200, three.get(1), 3_000, three.get(2)});
        return Combinators.combine(
                        purposes,
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 4),
                        minutes,
                        lengths,
                        Arbitraries.of(true, false),
                        minutes,
                        limits)
                .as((purpose, connector, level, start, length, daily, validFrom, pairs) -> {
                    Instant from = NOW.plusSeconds(start * 60L);
                    int at = purpose == Purpose.STATION_MAX ? 0 : purpose == Purpose.TX ? 1 : connector;
                    Profiles made = Profiles.of(purpose, at, level).lasting(Duration.ofMinutes(length));
                    made = daily ? made.every(Recurrency.DAILY, from) : made.absolute(from);
                    return made.valid(NOW.plusSeconds(validFrom * 60L), null).limits(pairs);
                });
    }

    private static Stream<BigDecimal> constraints(List<StoredChargingProfileView> stack, Instant time) {
        return stack.stream()
                .filter(stored -> stored.profile().purpose() == Purpose.EXTERNAL)
                .map(stored -> new Course(stored.profile(), NOW).at(time))
                .flatMap(Optional::stream)
                .map(Limit::amount);
    }

    private static Optional<BigDecimal> highest(
            List<StoredChargingProfileView> stack, Purpose purpose, int connector, Instant time) {
        return highest(stack, purpose, List.of(connector), time);
    }

    private static Optional<BigDecimal> highest(
            List<StoredChargingProfileView> stack, Purpose purpose, List<Integer> connectors, Instant time) {
        return stack.stream()
                .filter(stored -> stored.profile().purpose() == purpose)
                .filter(stored ->
                        connectors.stream().map(ConnectorId::new).anyMatch(one -> one.equals(stored.connector())))
                .sorted((one, other) ->
                        other.profile().stackLevel() - one.profile().stackLevel())
                .map(stored -> new Course(stored.profile(), NOW).at(time))
                .flatMap(Optional::stream)
                .map(Limit::amount)
                .findFirst();
    }

    private static List<SchedulePeriod> over(List<StoredChargingProfileView> stack, Instant from, Duration length) {
        return over(Stacking.OCPP_1_6, stack, from, length);
    }

    private static List<SchedulePeriod> over(
            Stacking stacking, List<StoredChargingProfileView> stack, Instant from, Duration length) {
        return new CompositeSchedule(
                        stacking, stack, List.of(new Charge(ONE, "7", NOW)), List.of(ONE), BigDecimal.valueOf(230))
                .over(new Window(from, length), ONE, Unit.A);
    }

    private static @Nullable BigDecimal limitAt(List<SchedulePeriod> periods, long at) {
        BigDecimal limit = null;
        for (SchedulePeriod period : periods) {
            if (period.start().toSeconds() <= at) {
                limit = period.limit();
            }
        }
        return limit;
    }
}
