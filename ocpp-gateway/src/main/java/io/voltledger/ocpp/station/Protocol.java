package io.voltledger.ocpp.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.ocpp.wire.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One version of OCPP. */
public interface Protocol {

    /** Its WebSocket subprotocol, {@code ocpp1.6}. */
    String subprotocol();

    /**
     * Serves a call.
     *
     * @return the answer's payload, once what the call reports is durable; it fails with {@link NotRecorded} where a fact
     *     could not be made durable and must not be answered, with {@link CallRefused} where a question cannot be
     *     answered; empty where the version has no such action
     */
    Optional<CompletableFuture<ObjectNode>> answer(StationCall call);

    /** The version's word for an error; empty where it ignores what is wrong. */
    Optional<String> word(ErrorCode code);

    /**
     * What is wrong with a request that the platform would send: each field that is, by its name.
     *
     * @return empty where the version has no such operation
     */
    Optional<List<String>> faults(String action, JsonNode request);

    /**
     * Takes note of what a station's answer means beyond the answer itself.
     *
     * @return completes when it is durable; at once where it means nothing
     */
    CompletableFuture<@Nullable Object> answered(StationOrder order, JsonNode answer);
}
