package io.voltledger.query.smartcharging;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a station may draw, over REST. */
@RestController
@RequestMapping("/api/charge-points/{station}/composite-schedule")
@Tag(name = "Charge points")
class CompositeScheduleResource {

    private static final long LONGEST_SECONDS = Duration.ofDays(31).toSeconds();

    private final CompositeSchedules schedules;
    private final Clock clock;

    CompositeScheduleResource(CompositeSchedules schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    /** @param periods gapless; a period without a limit is one that nothing limits */
    record Computed(
            StationId station,
            ConnectorId connector,
            Instant from,
            Duration duration,
            Unit unit,
            List<SchedulePeriod> periods) {}

    /** @param differences none where the station's schedule is the platform's */
    record Compared(
            StationId station,
            ConnectorId connector,
            StationCommandId command,
            Instant answeredAt,
            Instant from,
            Duration duration,
            Unit unit,
            List<SchedulePeriod> platformPeriods,
            List<SchedulePeriod> stationPeriods,
            List<Difference> differences) {}

    @GetMapping
    @Operation(
            summary = "What the station may draw by the profiles that it accepted, as the platform computes it",
            description =
                    "By the stacking rules of the station's version of OCPP, for a connector or, with 0, for the station as a whole. An idle"
                            + " connector is looked at as if a charge began at the start.")
    Computed computed(
            @PathVariable StationId station,
            @Parameter(description = "0 for the station as a whole") @RequestParam int connector,
            @Parameter(description = "In seconds, up to 31 days") @RequestParam long duration,
            @Parameter(description = "A for each phase, or W; A where absent") @RequestParam(required = false) @Nullable Unit unit,
            @Parameter(description = "Now where absent") @RequestParam(required = false) @Nullable Instant from) {
        Window window = window(from, duration);
        ConnectorId of = new ConnectorId(connector);
        Unit in = Objects.requireNonNullElse(unit, Unit.A);
        return new Computed(station, of, window.from(), window.duration(), in, schedules.over(station, of, window, in));
    }

    @GetMapping("/differences")
    @Operation(
            summary = "Where the station's latest answer to GetCompositeSchedule differs from the platform's schedule",
            description = "The platform computes from what it knows now for the time that the station spoke of.")
    Compared differences(
            @PathVariable StationId station,
            @Parameter(description = "0 for the station as a whole") @RequestParam int connector) {
        StationSchedule said = schedules.latestOf(station, new ConnectorId(connector));
        List<SchedulePeriod> ours = schedules.over(station, said.connector(), said.window(), said.unit());
        return new Compared(
                station,
                said.connector(),
                said.command(),
                said.answeredAt(),
                said.window().from(),
                said.window().duration(),
                said.unit(),
                ours,
                said.periods(),
                Difference.between(said.window(), ours, said.periods()));
    }

    private Window window(@Nullable Instant from, long seconds) {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException("duration is not between 1 and " + LONGEST_SECONDS + " seconds");
        }
        Instant start = from == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : from;
        return new Window(start, Duration.ofSeconds(seconds));
    }
}
