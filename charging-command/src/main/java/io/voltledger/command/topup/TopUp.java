package io.voltledger.command.topup;

import io.voltledger.api.topup.TopUpCommand.ConfirmTopUp;
import io.voltledger.api.topup.TopUpCommand.DeclineTopUp;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpCredited;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpRefused;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpReturned;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpReturnedByHand;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpUnknown;
import io.voltledger.api.topup.TopUpCommand.RequestTopUp;
import io.voltledger.api.topup.TopUpEvent;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.command.Publication;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One top-up of a wallet: asked for, perhaps of unknown outcome for a while, then declined or charged; what was charged is in
 * the wallet in the end, or back on the card.
 */
@Aggregate(type = "TopUp", cache = "aggregateCache")
class TopUp {

    @AggregateIdentifier
    private @Nullable TopUpId topUp;

    private TopUpFacts facts = TopUpFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestTopUp command) {
        Publication.publish(TopUpDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ConfirmTopUp command) {
        Publication.publish(TopUpDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclineTopUp command) {
        Publication.publish(TopUpDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportTopUpUnknown command) {
        Publication.publish(TopUpDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportTopUpCredited command) {
        Publication.publish(TopUpDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportTopUpRefused command) {
        Publication.publish(TopUpDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportTopUpReturned command) {
        Publication.publish(TopUpDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportTopUpReturnedByHand command) {
        Publication.publish(TopUpDecider.decide(command, facts));
    }

    @EventSourcingHandler
    void on(TopUpEvent event) {
        topUp = event.topUp();
        facts = TopUpDecider.evolve(facts, event);
    }
}
