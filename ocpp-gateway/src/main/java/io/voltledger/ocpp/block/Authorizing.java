package io.voltledger.ocpp.block;

import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.AuthorizeToken;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.station.StationCommands;
import java.util.concurrent.CompletableFuture;

/** A driver asks to charge. */
public final class Authorizing {

    private final StationCommands commands;

    public Authorizing(StationCommands commands) {
        this.commands = commands;
    }

    public CompletableFuture<Authorization> authorize(StationCall call, IdToken token) {
        return commands.send(
                new AuthorizeToken(token, call.station(), call.receipt().receivedAt()), call);
    }
}
