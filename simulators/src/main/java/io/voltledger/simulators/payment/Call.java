package io.voltledger.simulators.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A request as it came.
 *
 * @param segments the path's, decoded: {@code v1, billing, key}
 * @param query the parameters behind the path
 * @param idempotencyKey empty where there is none
 * @param authorization the header, empty where there is none
 */
record Call(
        String method,
        String path,
        List<String> segments,
        Map<String, String> query,
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
