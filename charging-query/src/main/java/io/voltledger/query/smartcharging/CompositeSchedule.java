package io.voltledger.query.smartcharging;

import io.voltledger.api.chargepoint.ChargingProfile;
import io.voltledger.api.chargepoint.ChargingProfile.Purpose;
import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StoredChargingProfileView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stacking rules of OCPP 1.6 (section 3.13) and 2.0.1 (part 2, K01 and K08): of each purpose the highest level counts that
 * says something at the moment; a profile of the transaction stands in place of the default for transactions; whatever comes
 * of that never exceeds the station's maximum, nor what limits the station or the EVSE from outside (K08.FR.04: the lowest of
 * the purposes). How defaults of the station and of one connector go together, {@link Stacking} says. Connector 0 is the
 * station: the sum of its connectors or EVSEs, where each has a limit, within what limits the station. Of several schedules
 * in a profile of 2.0.1 the first counts, as long as the car has chosen none (K15.FR.22).
 *
 * @param stacking of the station's version
 * @param profiles that the station keeps
 * @param charges that go on, one a connector at most; an idle connector is looked at as if a charge began with the window
 * @param connectors of the station, without the station itself; those of one EVSE are one
 * @param voltage of a phase, for conversion between ampere and watts
 */
record CompositeSchedule(
        Stacking stacking,
        List<StoredChargingProfileView> profiles,
        List<Charge> charges,
        List<ConnectorId> connectors,
        BigDecimal voltage) {

    /** Gapless from the window's start; neighbours differ. */
    List<SchedulePeriod> over(Window window, ConnectorId connector, Unit unit) {
        Rules rules = new Rules(window, connector, unit);
        List<SchedulePeriod> periods = new ArrayList<>();
        for (Instant at : rules.changes()) {
            SchedulePeriod next = rules.at(at);
            if (periods.isEmpty() || !periods.getLast().saysTheSameAs(next)) {
                periods.add(next);
            }
        }
        return List.copyOf(periods);
    }

    /** What holds at one connector in one window. */
    private final class Rules {

        private final Window window;
        private final Unit unit;
        private final List<Stack> most;
        private final List<OfConnector> parts;

        Rules(Window window, ConnectorId connector, Unit unit) {
            this.window = window;
            this.unit = unit;
            most = Stream.concat(
                            Stream.of(stack(of(Purpose.STATION_MAX).filter(CompositeSchedule::isTimed), window.from())),
                            external(Stacking::isOfStation, window))
                    .toList();
            parts = (connector.value() == 0 ? connectors : List.of(connector))
                    .stream()
                            .map(stacking::place)
                            .distinct()
                            .map(one -> new OfConnector(one, window))
                            .toList();
        }

        TreeSet<Instant> changes() {
            TreeSet<Instant> changes = new TreeSet<>();
            changes.add(window.from());
            most.forEach(stack -> stack.changes(window).forEach(changes::add));
            parts.forEach(part -> part.changes().forEach(changes::add));
            return changes;
        }

        SchedulePeriod at(Instant time) {
            Limit limit = Stream.concat(
                            most.stream()
                                    .map(stack -> stack.at(time))
                                    .flatMap(Optional::stream)
                                    .map(this::converted),
                            drawn(time).stream())
                    .reduce(Limit::and)
                    .orElse(null);
            Duration start = Duration.between(window.from(), time);
            return limit == null
                    ? new SchedulePeriod(start, null, null, null)
                    : new SchedulePeriod(start, limit.amount(), limit.phases(), limit.minRate());
        }

        /** Empty where one connector may draw what it likes. */
        private Optional<Limit> drawn(Instant time) {
            List<Limit> limits = parts.stream()
                    .map(part -> part.at(time).map(this::converted).reduce(Limit::and))
                    .flatMap(Optional::stream)
                    .toList();
            return limits.size() < parts.size()
                    ? Optional.empty()
                    : limits.stream().reduce(Limit::plus);
        }

        private Limit converted(Limit limit) {
            return limit.in(unit, voltage);
        }
    }

    /** The profiles of transactions at one connector, those first that stand in place of the others. */
    private final class OfConnector {

        private final Window window;
        private final List<Stack> firstWins;
        private final List<Stack> lowestWins;

        OfConnector(ConnectorId connector, Window window) {
            this.window = window;
            @Nullable Charge charge = charges.stream()
                    .filter(one -> stacking.place(one.connector()).equals(connector))
                    .findFirst()
                    .orElse(null);
            Instant begun = charge == null ? window.from() : charge.startedAt();
            firstWins = Stream.concat(
                            Stream.of(stack(
                                    of(Purpose.TX).filter(stored -> charge != null && isFor(stored, charge, connector)),
                                    begun)),
                            stacking.defaults(connector).stream()
                                    .map(those -> stack(profiles.stream().filter(those), begun)))
                    .toList();
            lowestWins = external(
                            stored -> !Stacking.isOfStation(stored) && connector.equals(stored.connector()), window)
                    .toList();
        }

        /** Each of them limits it. */
        Stream<Limit> at(Instant time) {
            Optional<Limit> first = firstWins.stream()
                    .map(stack -> stack.at(time))
                    .flatMap(Optional::stream)
                    .findFirst();
            return Stream.concat(
                    first.stream(),
                    lowestWins.stream().map(stack -> stack.at(time)).flatMap(Optional::stream));
        }

        Stream<Instant> changes() {
            return Stream.concat(firstWins.stream(), lowestWins.stream()).flatMap(stack -> stack.changes(window));
        }
    }

    /** Every source outside limits for itself (K11 to K14). */
    private Stream<Stack> external(Predicate<StoredChargingProfileView> those, Window window) {
        return of(Purpose.EXTERNAL)
                .filter(those)
                .filter(CompositeSchedule::isTimed)
                .map(stored -> stack(Stream.of(stored), window.from()));
    }

    /** What limits a station counts from no charge (K01.FR.38). */
    private static boolean isTimed(StoredChargingProfileView stored) {
        return stored.profile().kind() != ChargingProfile.Kind.RELATIVE;
    }

    private Stream<StoredChargingProfileView> of(Purpose purpose) {
        return profiles.stream().filter(stored -> stored.profile().purpose() == purpose);
    }

    private static Stack stack(Stream<StoredChargingProfileView> stored, Instant begun) {
        return new Stack(stored.map(one -> new Course(one.profile(), begun)));
    }

    /** One that came with a remote start names no transaction, and perhaps no connector. */
    private static boolean isFor(StoredChargingProfileView stored, Charge charge, ConnectorId place) {
        String transaction = stored.profile().transaction();
        return (transaction == null || transaction.equals(charge.transaction()))
                && (stored.connector() == null || stored.connector().equals(place));
    }
}
