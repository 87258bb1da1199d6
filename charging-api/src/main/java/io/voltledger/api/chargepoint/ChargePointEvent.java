package io.voltledger.api.chargepoint;

import io.voltledger.api.Receipt;
import io.voltledger.api.tariff.TariffId;
import java.time.Instant;
import java.time.ZoneId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a charge point: its states, never its traffic. */
public sealed interface ChargePointEvent {

    StationId station();

    @Revision("1")
    record ChargePointRegistered(
            StationId station,
            String name,
            ZoneId zone,
            @Nullable TariffId tariff,
            Instant registeredAt) implements ChargePointEvent {}

    @Revision("1")
    record TariffAssigned(StationId station, TariffId tariff, Instant assignedAt) implements ChargePointEvent {}

    @Revision("1")
    record ChargePointConnected(StationId station, String node, String connection, String protocol, Instant connectedAt)
            implements ChargePointEvent {}

    @Revision("1")
    record ChargePointDisconnected(StationId station, String connection, String cause, Instant disconnectedAt)
            implements ChargePointEvent {}

    @Revision("1")
    record ChargePointBooted(StationId station, BootReport boot, Receipt receipt) implements ChargePointEvent {}

    /** Recorded where the report differs from the connector's last one. */
    @Revision("1")
    record ConnectorStatusChanged(StationId station, ConnectorId connector, StatusReport status, Receipt receipt)
            implements ChargePointEvent {}
}
