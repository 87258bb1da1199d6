package io.voltledger.command.token;

import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.BlockToken;
import io.voltledger.api.token.TokenCommand.IssueToken;
import io.voltledger.api.token.TokenCommand.LiftRestriction;
import io.voltledger.api.token.TokenCommand.RestrictToken;
import io.voltledger.api.token.TokenCommand.UnblockToken;
import io.voltledger.api.token.TokenEvent;
import io.voltledger.command.Publication;
import io.voltledger.command.Snapshot;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A token: issued to a member, blocked and unblocked by operators, restricted while a bill is overdue. None of it touches
 * a session that runs.
 */
@Aggregate(type = "Token", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
@Revision("1")
@Snapshot.Fields
class Token implements Snapshot<TokenFacts> {

    @AggregateIdentifier
    private @Nullable IdToken token;

    private TokenFacts facts = TokenFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueToken command) {
        Publication.publish(TokenDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BlockToken command) {
        Publication.publish(TokenDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UnblockToken command) {
        Publication.publish(TokenDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RestrictToken command) {
        Publication.publish(TokenDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LiftRestriction command) {
        Publication.publish(TokenDecider.decide(command, facts));
    }

    @EventSourcingHandler
    void on(TokenEvent event) {
        token = event.token();
        facts = TokenDecider.evolve(facts, event);
    }

    @Override
    public TokenFacts facts() {
        return facts;
    }
}
