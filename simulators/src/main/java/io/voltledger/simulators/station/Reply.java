package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a station answers to the central system.
 *
 * @param afterwards what the station does once the answer is on the wire
 */
record Reply(ObjectNode answer, Runnable afterwards) {

    static Reply of(ObjectNode answer) {
        return new Reply(answer, () -> {});
    }

    static Reply status(String status) {
        return of(SimulatedStation.object().put("status", status));
    }

    Reply then(Runnable next) {
        return new Reply(answer, next);
    }
}
