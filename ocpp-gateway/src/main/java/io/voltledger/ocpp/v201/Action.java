package io.voltledger.ocpp.v201;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.ocpp.station.StationCall;
import java.util.concurrent.CompletableFuture;

/** Serves one action: the answer's payload once the fact is durable. */
interface Action {

    CompletableFuture<ObjectNode> answer(StationCall call);
}
