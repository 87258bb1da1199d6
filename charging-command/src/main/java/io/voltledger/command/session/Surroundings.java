package io.voltledger.command.session;

import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.util.Optional;

/** What a session needs to know of other contexts when it begins and ends. */
interface Surroundings {

    Authorization authorize(IdToken token, Instant at);

    /** What a session at the station costs that begins now. */
    Optional<FrozenTariff> tariffAt(StationId station);
}
