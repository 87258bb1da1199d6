package io.voltledger.api.chargepoint;

import io.voltledger.api.token.IdToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connector that a station keeps for a driver.
 *
 * @param id the operator's number for it, unique at its station
 * @param connector 0 for any
 * @param parent the group whose tokens may use it too
 */
public record Reservation(
        int id,
        ConnectorId connector,
        IdToken token,
        @Nullable IdToken parent,
        Instant expiresAt) {}
