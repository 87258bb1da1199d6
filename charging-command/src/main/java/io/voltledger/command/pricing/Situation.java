package io.voltledger.command.pricing;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a tariff is chosen for: a session that starts.
 *
 * @param token absent for an orphan, and for whoever asks for a price without one
 * @param authorization what the token is worth
 */
public record Situation(
        StationId station, ConnectorId connector, @Nullable IdToken token, Authorization authorization, Instant at) {}
