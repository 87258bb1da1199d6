package io.voltledger.query.smartcharging;

import io.voltledger.api.chargepoint.ChargingProfile.Purpose;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StoredChargingProfileView;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which profiles a version of OCPP stacks with which. */
enum Stacking {

    /** Section 3.13: a default of the connector stands in place of the station's, whatever their levels. */
    OCPP_1_6 {
        @Override
        ConnectorId place(ConnectorId connector) {
            return connector;
        }

        @Override
        List<Predicate<StoredChargingProfileView>> defaults(ConnectorId connector) {
            return List.of(
                    stored -> isDefault(stored) && connector.equals(stored.connector()),
                    stored -> isDefault(stored) && isOfStation(stored));
        }
    },

    /**
     * Part 2, K01: a default of EVSE 0 is one of each EVSE, and of all of them the highest level leads; that is why the same
     * level may not be taken at both (K01.FR.52 and 53). Profiles are of EVSEs, not of the connectors at them.
     */
    OCPP_2_0_1 {
        @Override
        ConnectorId place(ConnectorId connector) {
            return connector.value() < CONNECTORS_AN_EVSE
                    ? connector
                    : new ConnectorId(connector.value() / CONNECTORS_AN_EVSE);
        }

        @Override
        List<Predicate<StoredChargingProfileView>> defaults(ConnectorId connector) {
            return List.of(
                    stored -> isDefault(stored) && (isOfStation(stored) || connector.equals(stored.connector())));
        }
    };

    /** A further connector of EVSE 3 is 3002. */
    private static final int CONNECTORS_AN_EVSE = 1_000;

    /** @param protocol subprotocol of the station's connection; absent where it never came */
    static Stacking of(@Nullable String protocol) {
        return "ocpp2.0.1".equals(protocol) ? OCPP_2_0_1 : OCPP_1_6;
    }

    /** What profiles name where this connector is meant: itself, or its EVSE. */
    abstract ConnectorId place(ConnectorId connector);

    /** The stacks of defaults for transactions; one that says something stands in place of those behind it. */
    abstract List<Predicate<StoredChargingProfileView>> defaults(ConnectorId place);

    static boolean isOfStation(StoredChargingProfileView stored) {
        return stored.connector() == null || stored.connector().value() == 0;
    }

    private static boolean isDefault(StoredChargingProfileView stored) {
        return stored.profile().purpose() == Purpose.TX_DEFAULT;
    }
}
