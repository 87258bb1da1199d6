package io.voltledger.saga.payment;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer of Toss Payments: HTTP status and JSON; an error names its code. */
record TossAnswer(int status, JsonNode body) {

    String code() {
        return body.path("code").asText("");
    }

    String message() {
        return body.path("message").asText("");
    }
}
