package io.voltledger.command.chargepoint;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes passwords out of a request to a station before the request is recorded; the station gets it whole. */
final class Secrets {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MASK = "***";

    private Secrets() {}

    /** @return the same text where it holds no secret */
    static String masked(String action, String payload) {
        try {
            return switch (action) {
                case "ChangeConfiguration" -> configuration(payload);
                case "SetVariables" -> variables(payload);
                default -> payload;
            };
        } catch (JacksonException e) {
            return "{}";
        }
    }

    private static String configuration(String payload) {
        JsonNode request = JSON.readTree(payload);
        if (!request.path("key").asString("").equalsIgnoreCase("AuthorizationKey")) {
            return payload;
        }
        ((ObjectNode) request).put("value", MASK);
        return request.toString();
    }

    private static String variables(String payload) {
        JsonNode request = JSON.readTree(payload);
        boolean any = false;
        for (JsonNode one : request.path("setVariableData")) {
            if (one instanceof ObjectNode variable
                    && one.at("/variable/name").asString("").equalsIgnoreCase("BasicAuthPassword")) {
                variable.put("attributeValue", MASK);
                any = true;
            }
        }
        return any ? request.toString() : payload;
    }
}
