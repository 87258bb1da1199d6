package io.voltledger.ocpp.v201;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes the payloads of OCPP 2.0.1 answers. */
final class Answers {

    private static final int MAX_ID_TOKEN = 36;

    private Answers() {}

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The group is left out where it does not fit into OCPP 2.0.1. */
    static ObjectNode idTokenInfo(Authorization authorization) {
        ObjectNode info = empty().put("status", word(authorization));
        Instant expiresAt = authorization.expiresAt();
        if (expiresAt != null) {
            info.put("cacheExpiryDateTime", time(expiresAt));
        }
        IdToken group = authorization.parent();
        if (group != null && group.value().length() <= MAX_ID_TOKEN) {
            info.putObject("groupIdToken").put("idToken", group.value()).put("type", "Central");
        }
        return info;
    }

    private static String word(Authorization authorization) {
        return switch (authorization.status()) {
            case ACCEPTED -> "Accepted";
            case BLOCKED -> "Blocked";
            case EXPIRED -> "Expired";
            case INVALID -> authorization.member() == null ? "Unknown" : "Invalid";
            case CONCURRENT_TX -> "ConcurrentTx";
        };
    }
}
