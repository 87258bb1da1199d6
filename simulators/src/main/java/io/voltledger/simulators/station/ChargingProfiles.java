package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** The charging profiles of a station, and the schedule that they add up to. Guarded by its own monitor. */
final class ChargingProfiles {

    private static final String MAX = "ChargePointMaxProfile";
    private static final String TX = "TxProfile";

    private record Installed(int connector, JsonNode profile) {

        String purpose() {
            return profile.path("chargingProfilePurpose").asText();
        }

        int level() {
            return profile.path("stackLevel").asInt();
        }

        int id() {
            return profile.path("chargingProfileId").asInt();
        }

        JsonNode schedule() {
            return profile.path("chargingSchedule");
        }

        /** The limit so many seconds from the schedule's start; empty where it has ended. */
        Optional<BigDecimal> limitAt(int second) {
            JsonNode duration = schedule().path("duration");
            if (duration.isNumber() && second >= duration.asInt()) {
                return Optional.empty();
            }
            BigDecimal limit = null;
            for (JsonNode period : schedule().path("chargingSchedulePeriod")) {
                if (period.path("startPeriod").asInt() <= second) {
                    limit = period.path("limit").decimalValue();
                }
            }
            return Optional.ofNullable(limit);
        }
    }

    private final IntPredicate charging;
    private final List<Installed> installed = new ArrayList<>();

    ChargingProfiles(IntPredicate charging) {
        this.charging = charging;
    }

    synchronized Reply set(JsonNode request) {
        Installed wanted = new Installed(request.path("connectorId").asInt(), request.path("csChargingProfiles"));
        boolean misplaced = wanted.purpose().equals(MAX) && wanted.connector() != 0;
        boolean early = wanted.purpose().equals(TX) && !charging.test(wanted.connector());
        if (!Connectors.exists(wanted.connector()) || misplaced || early) {
            return Reply.status("Rejected");
        }
        installed.removeIf(known -> known.id() == wanted.id()
                || (known.connector() == wanted.connector()
                        && known.purpose().equals(wanted.purpose())
                        && known.level() == wanted.level()));
        installed.add(wanted);
        return Reply.status("Accepted");
    }

    synchronized Reply clear(JsonNode request) {
        boolean any = installed.removeIf(known -> agrees(request, "id", known.id())
                && agrees(request, "connectorId", known.connector())
                && agrees(request, "stackLevel", known.level())
                && (!request.has("chargingProfilePurpose")
                        || request.path("chargingProfilePurpose").asText().equals(known.purpose())));
        return Reply.status(any ? "Accepted" : "Unknown");
    }

    private static boolean agrees(JsonNode request, String field, int value) {
        return !request.has(field) || request.path(field).asInt() == value;
    }

    /** What holds from now on, as if each schedule began now. */
    synchronized Reply composite(JsonNode request) {
        int connector = request.path("connectorId").asInt();
        int duration = request.path("duration").asInt();
        if (!Connectors.exists(connector)) {
            return Reply.status("Rejected");
        }
        ObjectNode answer = SimulatedStation.object().put("status", "Accepted").put("connectorId", connector);
        List<Installed> meant = installed.stream()
                .filter(known -> known.connector() == 0 || known.connector() == connector)
                .sorted(Comparator.comparingInt(Installed::level).reversed())
                .toList();
        if (meant.isEmpty()) {
            return Reply.of(answer);
        }
        answer.put("scheduleStart", StationClock.now());
        ObjectNode schedule = answer.putObject("chargingSchedule");
        schedule.put("duration", duration)
                .put(
                        "chargingRateUnit",
                        meant.getFirst().schedule().path("chargingRateUnit").asText());
        var periods = schedule.putArray("chargingSchedulePeriod");
        BigDecimal before = null;
        for (int second : changes(meant, duration)) {
            BigDecimal limit = limitAt(meant, second).orElse(BigDecimal.ZERO);
            if (!limit.equals(before)) {
                periods.addObject().put("startPeriod", second).put("limit", limit);
                before = limit;
            }
        }
        return Reply.of(answer);
    }

    private static SortedSet<Integer> changes(List<Installed> meant, int duration) {
        SortedSet<Integer> seconds = new TreeSet<>(List.of(0));
        for (Installed known : meant) {
            known.schedule()
                    .path("chargingSchedulePeriod")
                    .forEach(period -> seconds.add(period.path("startPeriod").asInt()));
            if (known.schedule().has("duration")) {
                seconds.add(known.schedule().path("duration").asInt());
            }
        }
        return seconds.headSet(Math.max(duration, 1));
    }

    /** The transaction's own profile or else the default one, never more than the station's most. */
    private static Optional<BigDecimal> limitAt(List<Installed> meant, int second) {
        Optional<BigDecimal> own = highest(meant, TX, second).or(() -> highest(meant, "TxDefaultProfile", second));
        Optional<BigDecimal> most = highest(meant, MAX, second);
        return own.map(limit -> most.map(limit::min).orElse(limit)).or(() -> most);
    }

    private static Optional<BigDecimal> highest(List<Installed> meant, String purpose, int second) {
        return meant.stream()
                .filter(known -> known.purpose().equals(purpose))
                .flatMap(known -> known.limitAt(second).stream())
                .findFirst();
    }
}
