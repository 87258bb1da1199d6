package io.voltledger.command.session;

import io.voltledger.api.session.SessionCommand;
import io.voltledger.api.session.SessionCommand.CloseSession;
import io.voltledger.api.session.SessionCommand.LearnStart;
import io.voltledger.api.session.SessionCommand.RecordChargingState;
import io.voltledger.api.session.SessionCommand.RecordMeter;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.StartOutcome;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import io.voltledger.command.Publication;
import io.voltledger.command.Snapshot;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One charge: it starts, readings and charging states come in, it stops, and what comes after the stop is kept beside it.
 * A reading or a stop of an unknown charge opens it as an orphan.
 */
@Aggregate(type = "ChargingSession", cache = "sessionCache", snapshotTriggerDefinition = "aggregateSnapshots")
@Revision("3")
@Snapshot.Fields
class ChargingSession {

    @AggregateIdentifier
    private @Nullable SessionId session;

    private SessionFacts facts = SessionFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    StartOutcome handle(StartSession command, Surroundings surroundings) {
        boolean begins = facts.started() == null;
        decide(command, surroundings);
        SessionStarted started = Objects.requireNonNull(facts.started());
        if (begins) {
            surroundings.began(started);
        }
        return Starting.outcome(command, started);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    @Nullable Authorization handle(LearnStart command, Surroundings surroundings) {
        SessionStarted before = facts.started();
        decide(command, surroundings);
        SessionStarted now = Objects.requireNonNull(facts.started());
        if (!facts.hasStopped() && (before == null || !Objects.equals(before.token(), now.token()))) {
            surroundings.began(now);
        }
        IdToken token = command.token();
        return token == null || token.equals(now.token())
                ? now.authorization()
                : surroundings.authorize(token, command.receipt().receivedAt());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordMeter command, Surroundings surroundings) {
        decide(command, surroundings);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordChargingState command, Surroundings surroundings) {
        decide(command, surroundings);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    @Nullable Authorization handle(StopSession command, Surroundings surroundings) {
        boolean ends = !facts.hasStopped();
        decide(command, surroundings);
        if (ends) {
            surroundings.ended(Objects.requireNonNull(facts.started()), command.stoppedAt());
        }
        return command.token() == null ? null : surroundings.authorize(command.token(), command.stoppedAt());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CloseSession command, Surroundings surroundings) {
        boolean ends = !facts.hasStopped();
        decide(command, surroundings);
        if (ends) {
            surroundings.ended(Objects.requireNonNull(facts.started()), command.at());
        }
    }

    @EventSourcingHandler
    void on(SessionEvent event) {
        session = event.session();
        facts = SessionDecider.evolve(facts, event);
    }

    private void decide(SessionCommand command, Surroundings surroundings) {
        Publication.publish(SessionDecider.decide(command, facts, surroundings));
    }
}
