package io.voltledger.api.chargepoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A charging profile that a station accepted and, as far as the platform knows, still has.
 *
 * @param connector 0 for the station; absent where the station chooses it when the session begins
 */
public record StoredChargingProfileView(
        StationId station, @Nullable ConnectorId connector, ChargingProfile profile, Instant storedAt) {}
