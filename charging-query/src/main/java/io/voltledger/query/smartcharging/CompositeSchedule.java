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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * OCPP 1.6's stacking rules (section 3.13): of each purpose the highest level counts that says something at the moment; a
 * profile of the transaction stands in place of the default for transactions, and a connector's own default in place of the
 * station's; whatever comes of that never exceeds the station's maximum. Connector 0 is the station: the sum of its
 * connectors, where each has a limit, within its maximum.
 *
 * @param profiles that the station keeps
 * @param charges that go on, one a connector at most; an idle connector is looked at as if a charge began with the window
 * @param connectors of the station, without the station itself
 * @param voltage of a phase, for conversion between ampere and watts
 */
record CompositeSchedule(
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
        private final Stack stationMax;
        private final List<OfConnector> parts;

        Rules(Window window, ConnectorId connector, Unit unit) {
            this.window = window;
            this.unit = unit;
            stationMax = new Stack(of(Purpose.STATION_MAX)
                    .filter(stored -> stored.profile().kind() != ChargingProfile.Kind.RELATIVE)
                    .map(stored -> new Course(stored.profile(), window.from())));
            parts = (connector.value() == 0 ? connectors : List.of(connector))
                    .stream().map(one -> new OfConnector(one, window)).toList();
        }

        TreeSet<Instant> changes() {
            TreeSet<Instant> changes = new TreeSet<>();
            changes.add(window.from());
            stationMax.changes(window).forEach(changes::add);
            parts.forEach(part -> part.changes().forEach(changes::add));
            return changes;
        }

        SchedulePeriod at(Instant time) {
            Optional<Limit> most = stationMax.at(time).map(this::converted);
            Optional<Limit> drawn = drawn(time);
            Limit limit = most.isPresent() && drawn.isPresent()
                    ? most.get().and(drawn.get())
                    : most.or(() -> drawn).orElse(null);
            Duration start = Duration.between(window.from(), time);
            return limit == null
                    ? new SchedulePeriod(start, null, null, null)
                    : new SchedulePeriod(start, limit.amount(), limit.phases(), limit.minRate());
        }

        /** Empty where one connector may draw what it likes. */
        private Optional<Limit> drawn(Instant time) {
            List<Limit> limits = parts.stream()
                    .map(part -> part.at(time))
                    .flatMap(Optional::stream)
                    .map(this::converted)
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

        OfConnector(ConnectorId connector, Window window) {
            this.window = window;
            @Nullable Charge charge = charges.stream()
                    .filter(one -> one.connector().equals(connector))
                    .findFirst()
                    .orElse(null);
            Instant begun = charge == null ? window.from() : charge.startedAt();
            firstWins = List.of(
                    stack(of(Purpose.TX).filter(stored -> charge != null && isFor(stored, charge)), begun),
                    stack(of(Purpose.TX_DEFAULT).filter(stored -> connector.equals(stored.connector())), begun),
                    stack(of(Purpose.TX_DEFAULT).filter(CompositeSchedule::isOfStation), begun));
        }

        Optional<Limit> at(Instant time) {
            return firstWins.stream()
                    .map(stack -> stack.at(time))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        Stream<Instant> changes() {
            return firstWins.stream().flatMap(stack -> stack.changes(window));
        }
    }

    private Stream<StoredChargingProfileView> of(Purpose purpose) {
        return profiles.stream().filter(stored -> stored.profile().purpose() == purpose);
    }

    private static Stack stack(Stream<StoredChargingProfileView> stored, Instant begun) {
        return new Stack(stored.map(one -> new Course(one.profile(), begun)));
    }

    private static boolean isOfStation(StoredChargingProfileView stored) {
        return stored.connector() == null || stored.connector().value() == 0;
    }

    /** One that came with a remote start names no transaction, and perhaps no connector. */
    private static boolean isFor(StoredChargingProfileView stored, Charge charge) {
        String transaction = stored.profile().transaction();
        return (transaction == null || transaction.equals(charge.transaction()))
                && (stored.connector() == null || stored.connector().equals(charge.connector()));
    }
}
