package io.voltledger.command.session;

import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import io.voltledger.command.pricing.ChosenTariff;
import io.voltledger.command.pricing.Situation;
import io.voltledger.command.pricing.TariffChoices;
import io.voltledger.command.token.TokenUses;
import io.voltledger.command.token.Tokens;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The surroundings as the event streams of token, charge point, rule book and tariff have them at this moment. */
@Component
class StreamSurroundings implements Surroundings {

    private final Tokens tokens;
    private final TokenUses uses;
    private final TariffChoices choices;

    StreamSurroundings(Tokens tokens, TokenUses uses, TariffChoices choices) {
        this.tokens = tokens;
        this.uses = uses;
        this.choices = choices;
    }

    @Override
    public Authorization authorize(IdToken token, Instant at) {
        return tokens.authorize(token, at);
    }

    @Override
    public boolean chargesElsewhere(StartSession start) {
        return uses.isElsewhere(start.token(), start.session(), start.station(), start.connector());
    }

    @Override
    public void began(SessionStarted session) {
        usedBy(session)
                .ifPresent(token -> uses.began(
                        token, session.session(), session.station(), session.connector(), session.startedAt()));
    }

    @Override
    public void ended(SessionStarted session, Instant at) {
        usedBy(session).ifPresent(token -> uses.ended(token, session.session(), at));
    }

    /** The token, where it was issued: nobody keeps account of others. */
    private static Optional<IdToken> usedBy(SessionStarted session) {
        return Optional.ofNullable(session.token())
                .filter(token -> session.authorization().member() != null);
    }

    @Override
    public Optional<ChosenTariff> tariffFor(Situation situation) {
        return choices.choose(situation);
    }
}
