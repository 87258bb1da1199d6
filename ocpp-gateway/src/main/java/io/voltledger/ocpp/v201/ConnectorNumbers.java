package io.voltledger.ocpp.v201;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.session.Anomaly.Code;
import io.voltledger.ocpp.reading.Payload;
import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * How OCPP 2.0.1's two numbers, of the EVSE and of the connector at it, become one. The first connector of an EVSE has
 * the EVSE's number, so that a station with one connector an EVSE looks alike in every version, and what names the EVSE
 * alone is of its first connector. Each further one has both numbers: EVSE 3, connector 2 is 3002. The station itself is 0.
 */
final class ConnectorNumbers {

    private static final int STEP = 1_000;
    private static final int MOST_EVSES = Integer.MAX_VALUE / STEP;

    private ConnectorNumbers() {}

    static ConnectorId of(int evse, int connector) {
        boolean first = connector <= 1 && evse < STEP;
        return new ConnectorId(first ? evse : evse * STEP + Math.max(connector, 1));
    }

    /** From an object with an EVSE and perhaps a connector; the station itself where there is no EVSE that can be read. */
    static ConnectorId read(Payload payload, String evseField) {
        OptionalInt evse = number(payload, evseField, MOST_EVSES - 1);
        if (evse.isEmpty()) {
            String came = payload.text(evseField);
            payload.findings()
                    .add(
                            came == null ? Code.FIELD_MISSING : Code.VALUE_UNREADABLE,
                            evseField + ": " + (came == null ? "missing" : "not an EVSE's number"));
            return new ConnectorId(0);
        }
        return evse.getAsInt() == 0
                ? new ConnectorId(0)
                : of(evse.getAsInt(), number(payload, "connectorId", STEP - 1).orElse(1));
    }

    private static OptionalInt number(Payload payload, String field, int most) {
        return payload.whole(field)
                .filter(number -> number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(number -> OptionalInt.of(number.intValueExact()))
                .orElseGet(OptionalInt::empty);
    }
}
