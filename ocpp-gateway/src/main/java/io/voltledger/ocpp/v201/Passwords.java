package io.voltledger.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.ocpp.block.StationMemory;
import io.voltledger.ocpp.station.StationOrder;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The password that a station agreed to show from now on: the variable BasicAuthPassword. */
final class Passwords {

    private static final Set<String> TAKEN = Set.of("Accepted", "RebootRequired");
    private static final String NAME = "/variable/name";

    private final StationMemory memory;

    Passwords(StationMemory memory) {
        this.memory = memory;
    }

    CompletableFuture<@Nullable Object> note(StationOrder order, JsonNode answer) {
        for (JsonNode result : answer.path("setVariableResult")) {
            if (isPassword(result)
                    && TAKEN.contains(result.path("attributeStatus").asText())) {
                return changed(order);
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<@Nullable Object> changed(StationOrder order) {
        for (JsonNode wanted : order.request().path("setVariableData")) {
            if (isPassword(wanted)) {
                return memory.passwordChanged(
                        order, wanted.path("attributeValue").asText());
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    private static boolean isPassword(JsonNode variable) {
        return variable.at(NAME).asText().equalsIgnoreCase("BasicAuthPassword");
    }
}
