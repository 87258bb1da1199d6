package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a line tells its station. Called on a network thread: never blocks. */
interface StationBehaviour {

    void acknowledged(Acknowledged call);

    /** The answer to a call of the central system; empty where the station does not know the action. */
    Optional<Reply> called(String action, JsonNode payload);

    /** The socket is open, for the first time or again. */
    void connected();

    /** The socket is gone. */
    void disconnected();
}
