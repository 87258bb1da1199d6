package io.voltledger.ocpp.v16;

import io.voltledger.api.chargepoint.ConnectorStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** OCPP 1.6's words for a connector's state. */
final class StatusWord {

    private StatusWord() {}

    static ConnectorStatus status(@Nullable String word) {
        return switch (word == null ? "" : word.strip().toLowerCase(Locale.ROOT)) {
            case "available" -> ConnectorStatus.AVAILABLE;
            case "preparing" -> ConnectorStatus.PREPARING;
            case "charging" -> ConnectorStatus.CHARGING;
            case "suspendedev" -> ConnectorStatus.SUSPENDED_EV;
            case "suspendedevse" -> ConnectorStatus.SUSPENDED_EVSE;
            case "finishing" -> ConnectorStatus.FINISHING;
            case "reserved" -> ConnectorStatus.RESERVED;
            case "occupied" -> ConnectorStatus.OCCUPIED;
            case "unavailable" -> ConnectorStatus.UNAVAILABLE;
            case "faulted" -> ConnectorStatus.FAULTED;
            default -> ConnectorStatus.UNKNOWN;
        };
    }
}
