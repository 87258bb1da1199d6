package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A call that waits for its answer.
 *
 * @param payload made when it is sent, since a transaction begun offline learns its id only then
 * @param fact true for what a charger must not lose: it is sent until it is acknowledged
 */
record OutgoingCall(String action, Supplier<ObjectNode> payload, boolean fact, CompletableFuture<JsonNode> answer) {

    static OutgoingCall fact(String action, Supplier<ObjectNode> payload) {
        return new OutgoingCall(action, payload, true, new CompletableFuture<>());
    }

    static OutgoingCall passing(String action, ObjectNode payload) {
        return new OutgoingCall(action, () -> payload, false, new CompletableFuture<>());
    }
}
