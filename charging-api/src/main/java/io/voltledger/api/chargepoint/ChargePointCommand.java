package io.voltledger.api.chargepoint;

import io.voltledger.api.Receipt;
import io.voltledger.api.tariff.TariffId;
import java.time.Instant;
import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a charge point, or reported of it. */
public sealed interface ChargePointCommand {

    StationId station();

    /**
     * Makes a station known. Repeating it with the same content changes nothing.
     *
     * @param name what operators call it
     * @param zone the time zone of its place, for tariffs without one of their own
     * @param tariff what its sessions cost; none makes them free of a price and their bills wait for review
     */
    record RegisterChargePoint(
            @TargetAggregateIdentifier StationId station,
            String name,
            ZoneId zone,
            @Nullable TariffId tariff,
            Instant at)
            implements ChargePointCommand {}

    record AssignTariff(@TargetAggregateIdentifier StationId station, TariffId tariff, Instant at)
            implements ChargePointCommand {}

    /**
     * The station opened a WebSocket; refused with {@code not-found} where it is not registered.
     *
     * @param node the gateway node that holds the socket
     * @param connection unique for each socket: a later one replaces an earlier one
     * @param protocol the negotiated subprotocol, {@code ocpp1.6}
     */
    record ConnectStation(
            @TargetAggregateIdentifier StationId station, String node, String connection, String protocol, Instant at)
            implements ChargePointCommand {}

    /** The socket closed. It counts only where {@code connection} is still the latest one. */
    record DisconnectStation(@TargetAggregateIdentifier StationId station, String connection, String cause, Instant at)
            implements ChargePointCommand {}

    record ReportBoot(@TargetAggregateIdentifier StationId station, BootReport boot, Receipt receipt)
            implements ChargePointCommand {}

    /** Connector 0 is the station itself. */
    record ReportStatus(
            @TargetAggregateIdentifier StationId station, ConnectorId connector, StatusReport status, Receipt receipt)
            implements ChargePointCommand {}
}
