package io.voltledger.command.token;

import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.AuthorizeToken;
import io.voltledger.api.token.TokenEvent;
import io.voltledger.command.EventStreams;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/**
 * Tells whether a token may charge, from its stream and its group's: fresh, and without opening a stream for a token never
 * issued.
 */
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
        TokenFacts facts = factsOf(token);
        Authorization own = TokenDecider.authorize(facts, at);
        IdToken parent = own.parent();
        return parent != null
                        && own.status() == AuthorizationStatus.ACCEPTED
                        && factsOf(parent).isBarred()
                ? own.with(AuthorizationStatus.BLOCKED)
                : own;
    }

    private TokenFacts factsOf(IdToken token) {
        return streams.fold(
                token.toString(), TokenFacts.NONE, TokenFacts.class, TokenEvent.class, TokenDecider::evolve);
    }
}
