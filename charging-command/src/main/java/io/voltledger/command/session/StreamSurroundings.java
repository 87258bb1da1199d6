package io.voltledger.command.session;

import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import io.voltledger.command.chargepoint.ChargePoints;
import io.voltledger.command.tariff.Tariffs;
import io.voltledger.command.token.Tokens;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The surroundings as the event streams of token, charge point and tariff have them at this moment. */
@Component
class StreamSurroundings implements Surroundings {

    private final Tokens tokens;
    private final ChargePoints chargePoints;
    private final Tariffs tariffs;

    StreamSurroundings(Tokens tokens, ChargePoints chargePoints, Tariffs tariffs) {
        this.tokens = tokens;
        this.chargePoints = chargePoints;
        this.tariffs = tariffs;
    }

    @Override
    public Authorization authorize(IdToken token, Instant at) {
        return tokens.authorize(token, at);
    }

    @Override
    public Optional<FrozenTariff> tariffAt(StationId station) {
        return chargePoints.tariffOf(station).flatMap(tariffs::latest);
    }
}
