package io.voltledger.ocpp.station;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One version of OCPP. */
public interface Protocol {

    /** Its WebSocket subprotocol, {@code ocpp1.6}. */
    String subprotocol();

    /**
     * Serves a call.
     *
     * @return the answer's payload, once what the call reports is durable; it fails with {@link NotRecorded} where a fact
     *     could not be made durable and must not be answered; empty where the version has no such action
     */
    Optional<CompletableFuture<ObjectNode>> answer(StationCall call);
}
