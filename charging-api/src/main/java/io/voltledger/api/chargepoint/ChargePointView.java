package io.voltledger.api.chargepoint;

import io.voltledger.api.quirk.QuirkProfileVersion;
import io.voltledger.api.tariff.TariffId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A charge point as operators see it.
 *
 * @param tariff what its next session costs
 * @param online whether a gateway node holds its socket
 * @param node that gateway node
 * @param quirks the quirk profile that its frames are read with, chosen at its last boot; absent where none applies
 * @param lastSeenAt when it last said something that was recorded
 * @param connectors in the order of their numbers, without the station itself
 */
public record ChargePointView(
        StationId id,
        String name,
        ZoneId zone,
        @Nullable TariffId tariff,
        boolean online,
        @Nullable String node,
        @Nullable String protocol,
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String serialNumber,
        @Nullable String firmwareVersion,
        @Nullable QuirkProfileVersion quirks,
        @Nullable Instant bootedAt,
        @Nullable Instant connectedAt,
        @Nullable Instant disconnectedAt,
        @Nullable Instant lastSeenAt,
        Instant registeredAt,
        List<ConnectorView> connectors) {}
