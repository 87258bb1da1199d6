package io.voltledger.command.token;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.AuthorizeToken;
import io.voltledger.api.token.TokenEvent;
import io.voltledger.command.EventStreams;
import io.voltledger.command.dunning.Standings;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/**
 * Tells whether a token may charge, from its stream, its group's and how its member stands: fresh, and without opening a stream for a token never
 * issued.
 */
@Component
public class Tokens {

    private final EventStreams streams;
    private final Standings standings;

    Tokens(EventStreams streams, Standings standings) {
        this.streams = streams;
        this.standings = standings;
    }

    @CommandHandler
    Authorization handle(AuthorizeToken command) {
        return authorize(command.token(), command.at());
    }

    /** What a station is told of the token at an instant. */
    public Authorization authorize(IdToken token, Instant at) {
        TokenFacts facts = factsOf(token);
        Authorization own = TokenDecider.authorize(facts, at);
        return own.status() == AuthorizationStatus.ACCEPTED && isBarredBeside(own)
                ? own.with(AuthorizationStatus.BLOCKED)
                : own;
    }

    /** By what the token belongs to: its group, or its member. */
    private boolean isBarredBeside(Authorization own) {
        IdToken parent = own.parent();
        MemberId member = own.member();
        return (parent != null && factsOf(parent).isBarred()) || (member != null && standings.isSuspended(member));
    }

    private TokenFacts factsOf(IdToken token) {
        return streams.fold(
                token.toString(), TokenFacts.NONE, TokenFacts.class, TokenEvent.class, TokenDecider::evolve);
    }
}
