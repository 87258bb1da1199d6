package io.voltledger.api.chargepoint;

import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reservation and what became of it.
 *
 * @param session that began on it
 * @param endedAt when it was used or cancelled
 */
public record ReservationView(
        int id,
        StationId station,
        ConnectorId connector,
        IdToken token,
        @Nullable IdToken parent,
        ReservationStatus status,
        Instant expiresAt,
        Instant madeAt,
        @Nullable SessionId session,
        @Nullable Instant endedAt) {}
