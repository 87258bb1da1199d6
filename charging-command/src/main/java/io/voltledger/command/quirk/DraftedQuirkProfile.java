package io.voltledger.command.quirk;

import io.voltledger.api.quirk.QuirkProfileCommand.DraftQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileCommand.PublishQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileEvent;
import io.voltledger.api.quirk.QuirkProfileId;
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

/** A quirk profile over all its versions: drafted until it is right, then published whole, again and again. */
@Aggregate(type = "QuirkProfile", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
@Revision("1")
@Snapshot.Fields
class DraftedQuirkProfile implements Snapshot<QuirkFacts> {

    @AggregateIdentifier
    private @Nullable QuirkProfileId profile;

    private QuirkFacts facts = QuirkFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DraftQuirkProfile command) {
        Publication.publish(QuirkDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int handle(PublishQuirkProfile command) {
        Publication.publish(QuirkDecider.decide(command, facts));
        return facts.version();
    }

    @EventSourcingHandler
    void on(QuirkProfileEvent event) {
        profile = event.profile();
        facts = QuirkDecider.evolve(facts, event);
    }

    @Override
    public QuirkFacts facts() {
        return facts;
    }
}
