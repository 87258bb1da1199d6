package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a station says by itself: queued on its line, in order. */
interface StationVoice {

    void say(String action, ObjectNode payload);

    void boot();

    /** The network breaks once. */
    void drop();

    default void status(int connector, String status) {
        say(
                "StatusNotification",
                SimulatedStation.object()
                        .put("connectorId", connector)
                        .put("status", status)
                        .put("errorCode", "NoError")
                        .put("timestamp", StationClock.now()));
    }

    /** One notification for each status, in order. */
    default void progress(String action, String... statuses) {
        for (String status : statuses) {
            say(action, SimulatedStation.object().put("status", status));
        }
    }

    default void progress(String action, int requestId, String... statuses) {
        for (String status : statuses) {
            say(action, SimulatedStation.object().put("status", status).put("requestId", requestId));
        }
    }
}
