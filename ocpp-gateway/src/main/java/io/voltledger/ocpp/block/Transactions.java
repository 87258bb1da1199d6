package io.voltledger.ocpp.block;

import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.SessionCommand.LearnStart;
import io.voltledger.api.session.SessionCommand.RecordChargingState;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.StartOutcome;
import io.voltledger.api.token.Authorization;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A charge begins and ends: facts that are never lost. */
public final class Transactions {

    private final StationCommands commands;

    public Transactions(StationCommands commands) {
        this.commands = commands;
    }

    public CompletableFuture<StartOutcome> start(StationCall call, StartSession start) {
        CompletableFuture<StartOutcome> started = commands.record(start, call);
        return started.thenApply(outcome -> {
            if (!outcome.collision()) {
                call.open().began(start.connector(), outcome.session());
            }
            return outcome;
        });
    }

    /** Something of the beginning is told late. Completes with null where it named no token. */
    public CompletableFuture<@Nullable Authorization> learn(StationCall call, LearnStart learn) {
        CompletableFuture<@Nullable Authorization> learnt = commands.record(learn, call);
        return learnt.thenApply(authorization -> {
            call.open().heardOf(learn.connector(), learn.session());
            return authorization;
        });
    }

    /** The station said what goes on in a charge. */
    public CompletableFuture<@Nullable Object> state(
            StationCall call, SessionId session, ChargingState state, Instant changedAt) {
        return commands.record(
                new RecordChargingState(session, call.station(), state, changedAt, call.receipt()), call);
    }

    /** Completes with null where the stop named no token. */
    public CompletableFuture<@Nullable Authorization> stop(StationCall call, StopSession stop) {
        CompletableFuture<@Nullable Authorization> stopped = commands.record(stop, call);
        return stopped.whenComplete((authorization, failure) -> {
            if (failure == null) {
                call.open().ended(stop.session());
            }
        });
    }
}
