package io.voltledger.query.session;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.SessionQuery.FindLatestSession;
import io.voltledger.api.session.SessionView;
import io.voltledger.query.web.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A station's own sessions over REST. */
@RestController
@RequestMapping("/api/charge-points/{station}/sessions")
@Tag(name = "Sessions")
class StationSessionResource {

    private final Questions questions;

    StationSessionResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/latest")
    @Operation(summary = "The session that the station told of last, whatever its clock says")
    SessionView latest(@PathVariable StationId station) {
        return questions.get(
                new FindLatestSession(station), SessionView.class, "session at charge point " + station.value());
    }
}
