package io.voltledger.api.admission;

import io.voltledger.api.chargepoint.StationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of a station's connection.
 *
 * @param profile 0 to 3; absent where the gateway's default holds
 * @param certificateName the common name of its certificate, where that is not the station's id
 * @param passwordSetAt absent where it has no password; the password itself is never shown
 */
public record StationSecurityView(
        StationId station,
        @Nullable Integer profile,
        @Nullable String certificateName,
        @Nullable Instant passwordSetAt) {}
