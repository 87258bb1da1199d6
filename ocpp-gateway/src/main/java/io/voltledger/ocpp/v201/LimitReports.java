package io.voltledger.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.chargepoint.ChargingProfile;
import io.voltledger.api.chargepoint.ChargingProfile.Kind;
import io.voltledger.api.chargepoint.ChargingProfile.Purpose;
import io.voltledger.api.chargepoint.ChargingProfile.Schedule;
import io.voltledger.api.chargepoint.ChargingProfileFilter;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationNotice;
import io.voltledger.ocpp.block.Notices;
import io.voltledger.ocpp.block.StationMemory;
import io.voltledger.ocpp.reading.ChargingSchedules;
import io.voltledger.ocpp.reading.Payload;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What limits a 2.0.1 station from outside (K11 to K14), as it lets the platform know. Each source is one limit at each EVSE,
 * and at the station as a whole; a newer one of the same source takes its place. What cannot be read is kept as a notice alone.
 */
final class LimitReports {

    private static final List<String> SOURCES = List.of("EMS", "Other", "SO", "CSO");

    private final Notices notices;
    private final StationMemory memory;

    LimitReports(StationCommands commands, Clock clock) {
        notices = new Notices(commands);
        memory = new StationMemory(commands, clock);
    }

    CompletableFuture<ObjectNode> set(StationCall call) {
        Payload payload = call.payload();
        String source =
                payload.node("chargingLimit").path("chargingLimitSource").asText();
        Optional<Schedule> schedule = schedule(
                payload.node("chargingSchedule").path(0), call.receipt().receivedAt());
        CompletableFuture<?> noticed = noticed(call, source, payload.node("chargingSchedule"));
        return schedule.isEmpty() || !SOURCES.contains(source)
                ? noticed.thenApply(recorded -> Answers.empty())
                : noticed.thenCompose(recorded ->
                                memory.limited(call, evse(payload), limit(source, evse(payload), schedule.get())))
                        .thenApply(recorded -> Answers.empty());
    }

    CompletableFuture<ObjectNode> cleared(StationCall call) {
        Payload payload = call.payload();
        String source = payload.text("chargingLimitSource", "");
        ChargingProfileFilter filter =
                new ChargingProfileFilter(id(source, evse(payload)), evse(payload), Purpose.EXTERNAL, null);
        return noticed(call, source, payload.node("chargingSchedule"))
                .thenCompose(recorded -> memory.limitGone(call, filter))
                .thenApply(recorded -> Answers.empty());
    }

    private CompletableFuture<?> noticed(StationCall call, String source, JsonNode schedules) {
        String detail = schedules.isMissingNode() ? null : schedules.toString();
        return notices.keep(call, new StationNotice(StationNotice.Kind.CHARGING_LIMIT, source, null, detail, null));
    }

    private static ConnectorId evse(Payload payload) {
        return payload.node("evseId").isMissingNode() ? new ConnectorId(0) : ConnectorNumbers.read(payload, "evseId");
    }

    private static Optional<Schedule> schedule(JsonNode told, Instant now) {
        try {
            Schedule schedule = ChargingSchedules.read(told);
            return schedule.periods().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Schedule(
                            schedule.duration(),
                            Objects.requireNonNullElse(schedule.start(), now),
                            schedule.unit(),
                            schedule.minRate(),
                            schedule.periods()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static ChargingProfile limit(String source, ConnectorId evse, Schedule schedule) {
        int level = SOURCES.indexOf(source);
        return new ChargingProfile(
                id(source, evse), level, Purpose.EXTERNAL, Kind.ABSOLUTE, null, null, null, null, List.of(schedule));
    }

    /** Ids that the platform gives to profiles are not below zero. */
    private static int id(String source, ConnectorId evse) {
        return -1 - SOURCES.indexOf(source) - SOURCES.size() * evse.value();
    }
}
