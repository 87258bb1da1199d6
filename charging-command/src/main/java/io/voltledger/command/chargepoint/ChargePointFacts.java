package io.voltledger.command.chargepoint;

import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointRegistered;
import io.voltledger.api.chargepoint.StatusReport;
import io.voltledger.api.tariff.TariffId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a charge point.
 *
 * @param registered absent before it is
 * @param tariff what its sessions cost now
 * @param connection the latest socket; absent while none is open
 * @param node the gateway node that holds it
 * @param lastBoot the frame of the last boot report
 * @param connectors last status by connector number
 */
record ChargePointFacts(
        @Nullable ChargePointRegistered registered,
        @Nullable TariffId tariff,
        @Nullable String connection,
        @Nullable String node,
        @Nullable Receipt lastBoot,
        Map<Integer, StatusReport> connectors) {

    static final ChargePointFacts NONE = new ChargePointFacts(null, null, null, null, null, Map.of());

    ChargePointFacts {
        connectors = Map.copyOf(connectors);
    }

    ChargePointFacts with(TariffId assigned) {
        return new ChargePointFacts(registered, assigned, connection, node, lastBoot, connectors);
    }

    ChargePointFacts connectedBy(@Nullable String socket, @Nullable String holder) {
        return new ChargePointFacts(registered, tariff, socket, holder, lastBoot, connectors);
    }

    ChargePointFacts booted(Receipt boot) {
        return new ChargePointFacts(registered, tariff, connection, node, boot, connectors);
    }

    ChargePointFacts with(int connector, StatusReport status) {
        Map<Integer, StatusReport> changed = new HashMap<>(connectors);
        changed.put(connector, status);
        return new ChargePointFacts(registered, tariff, connection, node, lastBoot, changed);
    }
}
