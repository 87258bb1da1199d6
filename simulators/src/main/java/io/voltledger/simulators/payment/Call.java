package io.voltledger.simulators.payment;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request as it came.
 *
 * @param segments the path's, decoded: {@code v1, billing, key}
 * @param idempotencyKey empty where there is none
 * @param authorization the header, empty where there is none
 */
record Call(
        String method,
        String path,
        java.util.List<String> segments,
        String idempotencyKey,
        String authorization,
        JsonNode body) {

    String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    String text(String field) {
        return body.path(field).asText("");
    }
}
