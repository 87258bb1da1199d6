package io.voltledger.query.smartcharging;

import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandView;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a station answered to GetCompositeSchedule, in either version of OCPP. */
record StationSchedule(
        StationCommandId command,
        ConnectorId connector,
        Instant answeredAt,
        Window window,
        Unit unit,
        List<SchedulePeriod> periods) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Empty where the command was another, or the station gave no schedule. */
    static Optional<StationSchedule> of(StationCommandView view) {
        if (!view.action().equals("GetCompositeSchedule")
                || view.outcome() != Outcome.ANSWERED
                || view.answer() == null
                || view.endedAt() == null) {
            return Optional.empty();
        }
        JsonNode request = JSON.readTree(view.payload());
        JsonNode answer = JSON.readTree(view.answer());
        JsonNode schedule = answer.path(answer.has("schedule") ? "schedule" : "chargingSchedule");
        List<SchedulePeriod> periods = periods(schedule.path("chargingSchedulePeriod"));
        Optional<Unit> unit = unit(schedule.path("chargingRateUnit"));
        if (periods.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        Instant from = time(
                        answer.path("scheduleStart"), schedule.path("scheduleStart"), schedule.path("startSchedule"))
                .orElse(view.endedAt());
        long seconds = schedule.path("duration").asLong(request.path("duration").asLong(1));
        int connector = request.path("connectorId").asInt(request.path("evseId").asInt(0));
        return Optional.of(new StationSchedule(
                view.id(),
                new ConnectorId(connector),
                view.endedAt(),
                new Window(from, Duration.ofSeconds(Math.max(1, seconds))),
                unit.get(),
                periods));
    }

    private static List<SchedulePeriod> periods(JsonNode from) {
        List<SchedulePeriod> periods = new ArrayList<>();
        for (JsonNode period : from) {
            if (period.path("limit").isNumber()) {
                periods.add(new SchedulePeriod(
                        Duration.ofSeconds(period.path("startPeriod").asLong(0)),
                        period.path("limit").decimalValue(),
                        phases(period.path("numberPhases")),
                        null));
            }
        }
        return periods;
    }

    private static @Nullable Integer phases(JsonNode phases) {
        return phases.isIntegralNumber() ? Integer.valueOf(phases.asInt()) : null;
    }

    private static Optional<Unit> unit(JsonNode word) {
        return switch (word.asString("")) {
            case "A" -> Optional.of(Unit.A);
            case "W" -> Optional.of(Unit.W);
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> time(JsonNode... said) {
        for (JsonNode time : said) {
            try {
                if (time.isString()) {
                    return Optional.of(OffsetDateTime.parse(time.asString()).toInstant());
                }
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
