package io.voltledger.ocpp.v201.operation;

import static io.voltledger.ocpp.shape.Shape.moment;
import static io.voltledger.ocpp.shape.Shape.optional;
import static io.voltledger.ocpp.shape.Shape.required;
import static io.voltledger.ocpp.shape.Shape.some;
import static io.voltledger.ocpp.shape.Shape.text;
import static io.voltledger.ocpp.shape.Shape.whole;
import static io.voltledger.ocpp.shape.Shape.words;
import static io.voltledger.ocpp.v201.operation.Types.ID_TOKEN;
import static io.voltledger.ocpp.v201.operation.Types.MESSAGE_CONTENT;
import static io.voltledger.ocpp.v201.operation.Types.object;
import static java.util.Map.entry;

import io.voltledger.ocpp.shape.Shape;
import io.voltledger.ocpp.shape.Shape.Fields;
import java.util.Map;

/** Authorization cache and local list (blocks C and D). */
final class Tokens {

    static final Shape AUTHORIZATION_STATUS = words(
            "Accepted",
            "Blocked",
            "ConcurrentTx",
            "Expired",
            "Invalid",
            "NoCredit",
            "NotAllowedTypeEVSE",
            "NotAtThisLocation",
            "NotAtThisTime",
            "Unknown");

    static final Shape ID_TOKEN_INFO = object(
            required("status", AUTHORIZATION_STATUS),
            optional("cacheExpiryDateTime", moment()),
            optional("chargingPriority", whole()),
            optional("language1", text(8)),
            optional("evseId", some(whole())),
            optional("groupIdToken", ID_TOKEN),
            optional("language2", text(8)),
            optional("personalMessage", MESSAGE_CONTENT));

    static final Shape AUTHORIZATION_DATA =
            object(required("idToken", ID_TOKEN), optional("idTokenInfo", ID_TOKEN_INFO));

    static final Shape UPDATE = words("Differential", "Full");

    static final Map<String, Fields> ALL = Map.ofEntries(
            entry("ClearCache", object()),
            entry("GetLocalListVersion", object()),
            entry(
                    "SendLocalList",
                    object(
                            optional("localAuthorizationList", some(AUTHORIZATION_DATA)),
                            required("versionNumber", whole()),
                            required("updateType", UPDATE))));

    private Tokens() {}
}
