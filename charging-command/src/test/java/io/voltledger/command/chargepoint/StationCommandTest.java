package io.voltledger.command.chargepoint;

import io.voltledger.api.Rejection;
import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationCommandEvent.StationAnsweredLate;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandDispatched;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandEnded;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandRouted;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.DispatchStationCommand;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.api.chargepoint.StationId;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class StationCommandTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final StationCommandId ID = new StationCommandId("c1");
    private static final StationId STATION = new StationId("CP-1");
    private static final StationAnswer ACCEPTED = new StationAnswer(Outcome.ANSWERED, "{\"status\":\"Accepted\"}");
    private static final StationCommandDispatched DISPATCHED =
            new StationCommandDispatched(ID, STATION, "Reset", "{}", AT);

    private final AggregateTestFixture<StationCommand> command = new AggregateTestFixture<>(StationCommand.class);

    @Test
    void isDispatchedOnce() {
        DispatchStationCommand dispatch = new DispatchStationCommand(ID, STATION, "Reset", "{}", "gateway-1", AT);
        command.givenNoPriorActivity()
                .when(dispatch)
                .expectEvents(DISPATCHED, new StationCommandRouted(ID, STATION, "gateway-1", AT));
        command.given(DISPATCHED)
                .when(dispatch)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void endsWithTheFirstAnswer() {
        StationCommandEnded ended = new StationCommandEnded(ID, STATION, ACCEPTED, AT);
        command.given(DISPATCHED)
                .when(new ReportStationAnswer(ID, ACCEPTED, AT))
                .expectEvents(ended);
        command.given(DISPATCHED, ended)
                .when(new ReportStationAnswer(ID, new StationAnswer(Outcome.TIMED_OUT, null), AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void takesALateAnswerInPlaceOfSilenceOnce() {
        StationCommandEnded silence =
                new StationCommandEnded(ID, STATION, new StationAnswer(Outcome.TIMED_OUT, null), AT);
        StationAnsweredLate late = new StationAnsweredLate(ID, STATION, ACCEPTED, AT);
        command.given(DISPATCHED, silence)
                .when(new ReportStationAnswer(ID, ACCEPTED, AT))
                .expectEvents(late);
        command.given(DISPATCHED, silence, late)
                .when(new ReportStationAnswer(ID, ACCEPTED, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        command.given(DISPATCHED, silence)
                .when(new ReportStationAnswer(ID, new StationAnswer(Outcome.OFFLINE, null), AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void knowsNoAnswerWithoutItsCommand() {
        command.givenNoPriorActivity()
                .when(new ReportStationAnswer(ID, ACCEPTED, AT))
                .expectExceptionDetails(new Rejection(Rejection.NOT_FOUND, "There is no station command c1"));
    }
}
