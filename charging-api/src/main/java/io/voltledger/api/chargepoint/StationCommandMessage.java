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
     * @param payload the OCPP request as a JSON text, in the operation's own field names
     */
    record DispatchStationCommand(
            @TargetAggregateIdentifier StationCommandId command,
            StationId station,
            String action,
            String payload,
            Instant at)
            implements StationCommandMessage {}

    /** Records how it ended; a second report changes nothing. */
    record ReportStationAnswer(@TargetAggregateIdentifier StationCommandId command, StationAnswer answer, Instant at)
            implements StationCommandMessage {}

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
