package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.StationCommandEvent;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandDispatched;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandEnded;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandRouted;
import io.voltledger.api.chargepoint.StationCommandMessage.DispatchStationCommand;
import io.voltledger.api.chargepoint.StationCommandMessage.ReportStationAnswer;
import io.voltledger.command.Decision;

/** A command to a station is dispatched once and ends once. */
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
        return facts.ended()
                ? Decision.nothing()
                : Decision.of(
                        new StationCommandEnded(command.command(), facts.station(), command.answer(), command.at()));
    }

    static StationCommandFacts evolve(StationCommandFacts facts, StationCommandEvent event) {
        return switch (event) {
            case StationCommandDispatched dispatched -> new StationCommandFacts(dispatched.station(), false);
            case StationCommandRouted routed -> facts;
            case StationCommandEnded ended -> new StationCommandFacts(ended.station(), true);
        };
    }
}
