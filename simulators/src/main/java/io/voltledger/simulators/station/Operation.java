package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;

/** Serves one action of the central system. Called on a network thread: never blocks. */
interface Operation {

    Reply serve(JsonNode request);
}
