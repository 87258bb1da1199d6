package io.voltledger.command.dunning;

import io.voltledger.api.dunning.DunningCommand;
import io.voltledger.api.dunning.DunningCommand.AdvanceDunning;
import io.voltledger.api.dunning.DunningCommand.EndDunning;
import io.voltledger.api.dunning.DunningEvent;
import io.voltledger.api.dunning.DunningEvent.DunningAdvanced;
import io.voltledger.api.dunning.DunningEvent.DunningEnded;
import io.voltledger.api.dunning.DunningStage;
import io.voltledger.command.Decision;

/** The rules of dunning: a bill's stage never goes back, and what is paid is never dunned again. */
final class StandingDecider {

    private StandingDecider() {}

    static Decision<DunningEvent> decide(DunningCommand command, StandingFacts facts) {
        DunningStage stage = facts.stages().get(command.bill());
        return switch (command) {
            case AdvanceDunning advance ->
                facts.ended().contains(advance.bill()) || (stage != null && stage.compareTo(advance.stage()) >= 0)
                        ? Decision.nothing()
                        : Decision.of(new DunningAdvanced(
                                advance.standing().member(),
                                advance.bill(),
                                advance.session(),
                                advance.stage(),
                                advance.outstanding(),
                                advance.at()));
            case EndDunning end ->
                stage == null
                        ? Decision.nothing()
                        : Decision.of(
                                new DunningEnded(end.standing().member(), end.bill(), end.session(), stage, end.at()));
        };
    }

    static StandingFacts evolve(StandingFacts facts, DunningEvent event) {
        return switch (event) {
            case DunningAdvanced advanced -> facts.at(advanced.bill(), advanced.stage());
            case DunningEnded ended -> facts.without(ended.bill());
        };
    }
}
