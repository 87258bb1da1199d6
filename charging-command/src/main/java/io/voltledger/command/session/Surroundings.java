package io.voltledger.command.session;

import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import io.voltledger.command.pricing.ChosenTariff;
import io.voltledger.command.pricing.Situation;
import java.time.Instant;
import java.util.Optional;

/** What a session needs to know of other contexts when it begins and ends. */
interface Surroundings {

    Authorization authorize(IdToken token, Instant at);

    /** True where the start's token charges at another connector. */
    boolean chargesElsewhere(StartSession start);

    /** The token of a session that just began is in use. */
    void began(SessionStarted session);

    /** The token of a session that just ended is free. */
    void ended(SessionStarted session, Instant at);

    /** What a session costs that begins now, and why. */
    Optional<ChosenTariff> tariffFor(Situation situation);
}
