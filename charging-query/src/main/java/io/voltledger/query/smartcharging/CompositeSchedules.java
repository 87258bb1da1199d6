package io.voltledger.query.smartcharging;

import io.voltledger.api.PageRequest;
import io.voltledger.api.chargepoint.ChargePointQuery.FindChargePoint;
import io.voltledger.api.chargepoint.ChargePointQuery.ListStationCommands;
import io.voltledger.api.chargepoint.ChargePointQuery.StationCommandPage;
import io.voltledger.api.chargepoint.ChargePointView;
import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.ConnectorView;
import io.voltledger.api.chargepoint.StationBookQuery.ListChargingProfiles;
import io.voltledger.api.chargepoint.StationBookQuery.StoredChargingProfiles;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.session.SessionQuery.ListSessions;
import io.voltledger.api.session.SessionQuery.SessionPage;
import io.voltledger.api.session.SessionState;
import io.voltledger.query.QuerySettings;
import io.voltledger.query.web.Questions;
import io.voltledger.runtime.ResourceNotFound;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what a composite schedule is computed from. */
@Component
class CompositeSchedules {

    private static final PageRequest MANY = new PageRequest(PageRequest.MAX_LIMIT, null);

    private final Questions questions;
    private final QuerySettings settings;

    CompositeSchedules(Questions questions, QuerySettings settings) {
        this.questions = questions;
        this.settings = settings;
    }

    List<SchedulePeriod> over(StationId station, ConnectorId connector, Window window, Unit unit) {
        return ofNow(station).over(window, connector, unit);
    }

    /** The station's latest answer for the connector; not found where there is none among its latest commands. */
    StationSchedule latestOf(StationId station, ConnectorId connector) {
        return questions.answer(new ListStationCommands(station, MANY), StationCommandPage.class).items().stream()
                .map(StationSchedule::of)
                .flatMap(Optional::stream)
                .filter(schedule -> schedule.connector().equals(connector))
                .findFirst()
                .orElseThrow(() -> new ResourceNotFound("answer to GetCompositeSchedule for connector "
                        + connector.value() + " of charge point " + station.value()));
    }

    private CompositeSchedule ofNow(StationId station) {
        ChargePointView view =
                questions.get(new FindChargePoint(station), ChargePointView.class, "charge point " + station.value());
        return new CompositeSchedule(
                Stacking.of(view.protocol()),
                questions
                        .answer(new ListChargingProfiles(station), StoredChargingProfiles.class)
                        .items(),
                charges(station),
                view.connectors().stream().map(ConnectorView::id).toList(),
                settings.phaseVoltage());
    }

    private List<Charge> charges(StationId station) {
        return questions
                .answer(
                        new ListSessions(station, null, SessionState.ACTIVE, null, null, null, null, MANY),
                        SessionPage.class)
                .items()
                .stream()
                .map(session -> new Charge(session.connector(), session.id().transaction(), session.startedAt()))
                .toList();
    }
}
