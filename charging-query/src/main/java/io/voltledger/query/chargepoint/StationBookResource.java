package io.voltledger.query.chargepoint;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.chargepoint.ChargePointQuery.ListStationNotices;
import io.voltledger.api.chargepoint.ChargePointQuery.StationNoticePage;
import io.voltledger.api.chargepoint.LocalListView;
import io.voltledger.api.chargepoint.ReservationStatus;
import io.voltledger.api.chargepoint.ReservationView;
import io.voltledger.api.chargepoint.StationBookQuery.FindLocalList;
import io.voltledger.api.chargepoint.StationBookQuery.FindReservation;
import io.voltledger.api.chargepoint.StationBookQuery.ListChargingProfiles;
import io.voltledger.api.chargepoint.StationBookQuery.ListReservations;
import io.voltledger.api.chargepoint.StationBookQuery.ReservationPage;
import io.voltledger.api.chargepoint.StationBookQuery.StoredChargingProfiles;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationNotice;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stations keep and let know, over REST. */
@RestController
@RequestMapping("/api/charge-points/{station}")
@Tag(name = "Charge points")
class StationBookResource {

    private final Questions questions;

    StationBookResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/reservations")
    @Operation(summary = "Reservations that the station accepted, latest first, and what became of them")
    ReservationPage reservations(
            @PathVariable StationId station,
            @Parameter(description = "Only those in this state") @RequestParam(required = false) @Nullable ReservationStatus status,
            @ParameterObject Paging paging) {
        return questions.answer(new ListReservations(station, status, paging.byTime()), ReservationPage.class);
    }

    @GetMapping("/reservations/{reservation}")
    @Operation(summary = "One reservation of the station")
    ReservationView reservation(@PathVariable StationId station, @PathVariable int reservation) {
        return questions.get(
                new FindReservation(station, reservation),
                ReservationView.class,
                "reservation " + reservation + " at charge point " + station.value());
    }

    @GetMapping("/notices")
    @Operation(
            summary = "What the station let the platform know of itself, newest first",
            description = "Status of firmware, diagnostics and logs, security events, vendors' data.")
    StationNoticePage notices(
            @PathVariable StationId station,
            @Parameter(description = "Only those of this kind") @RequestParam(required = false)
                    StationNotice.@Nullable Kind kind,
            @ParameterObject Paging paging) {
        return questions.answer(new ListStationNotices(station, kind, paging.byTime()), StationNoticePage.class);
    }

    @GetMapping("/charging-profiles")
    @Operation(summary = "Charging profiles that the station accepted and, as far as is known, still has")
    StoredChargingProfiles chargingProfiles(@PathVariable StationId station) {
        return questions.answer(new ListChargingProfiles(station), StoredChargingProfiles.class);
    }

    @GetMapping("/local-list")
    @Operation(summary = "The version of the station's local list, as it last said or accepted")
    LocalListView localList(@PathVariable StationId station) {
        return questions.get(
                new FindLocalList(station), LocalListView.class, "local list of charge point " + station.value());
    }
}
