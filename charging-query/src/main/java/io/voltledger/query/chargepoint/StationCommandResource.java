package io.voltledger.query.chargepoint;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.chargepoint.ChargePointQuery.FindStationCommand;
import io.voltledger.api.chargepoint.ChargePointQuery.ListStationCommands;
import io.voltledger.api.chargepoint.ChargePointQuery.StationCommandPage;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandView;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.query.chargepoint.StationCommandReport.StationCommandReports;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Commands that were sent to stations, over REST. */
@RestController
@RequestMapping("/api/station-commands")
@Tag(name = "Station commands")
class StationCommandResource {

    private final Questions questions;

    StationCommandResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists commands to stations, newest first")
    StationCommandReports list(
            @Parameter(description = "Only those to this station") @RequestParam(required = false) @Nullable StationId station,
            @ParameterObject Paging paging) {
        return StationCommandReports.of(
                questions.answer(new ListStationCommands(station, paging.byTime()), StationCommandPage.class));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "One command and what came of it",
            description =
                    "`state` is DISPATCHED while the answer is awaited, then ANSWERED (whatever the station says),"
                            + " REJECTED (by a CALLERROR), TIMED_OUT, or OFFLINE where the connection was lost first.")
    StationCommandReport get(@PathVariable StationCommandId id) {
        return StationCommandReport.of(questions.getSoon(
                new FindStationCommand(id), StationCommandView.class, "station command " + id.value()));
    }
}
