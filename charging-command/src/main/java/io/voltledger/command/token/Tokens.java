package io.voltledger.command.token;

import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.AuthorizeToken;
import io.voltledger.api.token.TokenEvent;
import io.voltledger.command.EventStreams;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Tells whether a token may charge, from its stream: fresh, and without opening a stream for a token never issued. */
@Component
public class Tokens {

    private final EventStreams streams;

    Tokens(EventStreams streams) {
        this.streams = streams;
    }

    @CommandHandler
    Authorization handle(AuthorizeToken command) {
        return authorize(command.token(), command.at());
    }

    /** What a station is told of the token at an instant. */
    public Authorization authorize(IdToken token, Instant at) {
        return TokenDecider.authorize(
                streams.fold(
                        token.toString(), TokenFacts.NONE, TokenFacts.class, TokenEvent.class, TokenDecider::evolve),
                at);
    }
}
