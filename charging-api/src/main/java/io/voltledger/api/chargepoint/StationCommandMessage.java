package io.voltledger.api.chargepoint;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The life of one command that the platform sends to a station. */
public sealed interface StationCommandMessage {

    StationCommandId command();

    /**
     * Records that a command is on its way.
     *
     * @param action the OCPP action, {@code RemoteStartTransaction}
     * @param payload the OCPP request as a JSON text, in the operation's own field names, as it goes to the wire
     * @param node the gateway node that holds the station
     */
    record DispatchStationCommand(
            @TargetAggregateIdentifier StationCommandId command,
            StationId station,
            String action,
            String payload,
            String node,
            Instant at)
            implements StationCommandMessage {}

    /** Records how it ended; a second report changes nothing. */
    record ReportStationAnswer(@TargetAggregateIdentifier StationCommandId command, StationAnswer answer, Instant at)
            implements StationCommandMessage {}

    /**
     * Asks the gateway node that holds the station whether it would send a command, before the command is recorded. Its
     * Axon command name is {@link #nameAt}. Answers true where it would, false where the station is not at this node.
     * Refused with {@code unknown-action} where the station's protocol has no such operation, {@code payload-invalid}
     * where the payload does not satisfy it, {@code station-busy} where too many commands wait already.
     */
    record CheckForStation(StationId station, String action, String payload) {

        public static String nameAt(String node) {
            return CheckForStation.class.getName() + "@" + node;
        }
    }

    /**
     * Asks the gateway node that holds the station to send it. Its Axon command name is {@link #nameAt}: each node
     * registers a handler under its own. Answers true when the frame is queued on the station's socket, false when the
     * station is not at this node.
     */
    record SendToStation(StationCommandId command, StationId station, String action, String payload)
            implements StationCommandMessage {

        public static String nameAt(String node) {
            return SendToStation.class.getName() + "@" + node;
        }
    }
}
