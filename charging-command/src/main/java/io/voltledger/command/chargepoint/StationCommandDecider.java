package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.StationAnswer;
import io.voltledger.api.chargepoint.StationCommandEvent;
import io.voltledger.api.chargepoint.StationCommandEvent.StationAnsweredLate;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandDispatched;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandEnded;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandRouted;
import io.voltledger.api.chargepoint.StationCommandMessage.DispatchStationCommand;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.command.Decision;

/** A command to a station is dispatched once and ends once; one that timed out may still be answered. */
final class StationCommandDecider {

    private StationCommandDecider() {}

    static Decision<StationCommandEvent> decide(DispatchStationCommand command, StationCommandFacts facts) {
        return facts.station() != null
                ? Decision.nothing()
                : Decision.of(
                        new StationCommandDispatched(
                                command.command(),
                                command.station(),
                                command.action(),
                                command.payload(),
                                command.at()),
                        new StationCommandRouted(command.command(), command.station(), command.node(), command.at()));
    }

    static Decision<StationCommandEvent> decide(ReportStationAnswer command, StationCommandFacts facts) {
        if (facts.station() == null) {
            return Decision.notFound("station command " + command.command().value());
        }
        if (!facts.ended()) {
            return Decision.of(
                    new StationCommandEnded(command.command(), facts.station(), command.answer(), command.at()));
        }
        return facts.isSilent() && isFromTheStation(command.answer())
                ? Decision.of(
                        new StationAnsweredLate(command.command(), facts.station(), command.answer(), command.at()))
                : Decision.nothing();
    }

    private static boolean isFromTheStation(StationAnswer answer) {
        return switch (answer.outcome()) {
            case ANSWERED, CALL_ERROR -> true;
            case TIMED_OUT, OFFLINE -> false;
        };
    }

    static StationCommandFacts evolve(StationCommandFacts facts, StationCommandEvent event) {
        return switch (event) {
            case StationCommandDispatched dispatched -> new StationCommandFacts(dispatched.station(), null);
            case StationCommandRouted routed -> facts;
            case StationCommandEnded ended ->
                new StationCommandFacts(ended.station(), ended.answer().outcome());
            case StationAnsweredLate late ->
                new StationCommandFacts(late.station(), late.answer().outcome());
        };
    }
}
