package io.voltledger.query.console;

import io.voltledger.api.PageRequest;
import io.voltledger.api.admission.AdmissionQuery.ListPendingStations;
import io.voltledger.api.admission.AdmissionQuery.ListRefusedHandshakes;
import io.voltledger.api.admission.AdmissionQuery.PendingStationPage;
import io.voltledger.api.admission.AdmissionQuery.RefusedHandshakePage;
import io.voltledger.api.admission.PendingStationView;
import io.voltledger.api.admission.RefusedHandshakeView;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.query.web.Questions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who wants in: stations that wait for an operator, and connections that were refused. */
@Component
class AtTheDoor {

    private static final PageRequest LATEST = new PageRequest(12, null);
    private static final PageRequest SOME = new PageRequest(50, null);

    private final Questions questions;

    AtTheDoor(Questions questions) {
        this.questions = questions;
    }

    List<PendingStationView> waiting() {
        return questions
                .answer(new ListPendingStations(PendingStationView.State.PENDING, SOME), PendingStationPage.class)
                .items();
    }

    /** @param station only of this one, where it is named */
    List<RefusedHandshakeView> refused(@Nullable StationId station) {
        return questions
                .answer(new ListRefusedHandshakes(station, LATEST), RefusedHandshakePage.class)
                .items();
    }
}
