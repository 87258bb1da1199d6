package io.voltledger.ocpp.v16;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes the payloads of OCPP 1.6 answers. */
final class Answers {

    private static final int MAX_ID_TAG = 20;

    private Answers() {}

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The parent is left out where it does not fit into OCPP 1.6. */
    static ObjectNode idTagInfo(Authorization authorization) {
        ObjectNode info = empty().put("status", word(authorization.status()));
        Instant expiresAt = authorization.expiresAt();
        if (expiresAt != null) {
            info.put("expiryDate", time(expiresAt));
        }
        IdToken parent = authorization.parent();
        if (parent != null && parent.value().length() <= MAX_ID_TAG) {
            info.put("parentIdTag", parent.value());
        }
        return info;
    }

    private static String word(AuthorizationStatus status) {
        return switch (status) {
            case ACCEPTED -> "Accepted";
            case BLOCKED -> "Blocked";
            case EXPIRED -> "Expired";
            case INVALID -> "Invalid";
            case CONCURRENT_TX -> "ConcurrentTx";
        };
    }
}
