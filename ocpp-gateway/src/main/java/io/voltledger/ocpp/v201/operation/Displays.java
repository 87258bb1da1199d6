package io.voltledger.ocpp.v201.operation;

import static io.voltledger.ocpp.shape.Shape.moment;
import static io.voltledger.ocpp.shape.Shape.optional;
import static io.voltledger.ocpp.shape.Shape.required;
import static io.voltledger.ocpp.shape.Shape.some;
import static io.voltledger.ocpp.shape.Shape.text;
import static io.voltledger.ocpp.shape.Shape.whole;
import static io.voltledger.ocpp.shape.Shape.words;
import static io.voltledger.ocpp.v201.operation.Types.COMPONENT;
import static io.voltledger.ocpp.v201.operation.Types.MESSAGE_CONTENT;
import static io.voltledger.ocpp.v201.operation.Types.object;
import static java.util.Map.entry;

import io.voltledger.ocpp.shape.Shape;
import io.voltledger.ocpp.shape.Shape.Fields;
import java.util.Map;

/** Messages on displays (block O). */
final class Displays {

    static final Shape MESSAGE_PRIORITY = words("AlwaysFront", "InFront", "NormalCycle");

    static final Shape MESSAGE_STATE = words("Charging", "Faulted", "Idle", "Unavailable");

    static final Shape MESSAGE_INFO = object(
            optional("display", COMPONENT),
            required("id", whole()),
            required("priority", MESSAGE_PRIORITY),
            optional("state", MESSAGE_STATE),
            optional("startDateTime", moment()),
            optional("endDateTime", moment()),
            optional("transactionId", text(36)),
            required("message", MESSAGE_CONTENT));

    static final Map<String, Fields> ALL = Map.ofEntries(
            entry("ClearDisplayMessage", object(required("id", whole()))),
            entry(
                    "GetDisplayMessages",
                    object(
                            optional("id", some(whole())),
                            required("requestId", whole()),
                            optional("priority", MESSAGE_PRIORITY),
                            optional("state", MESSAGE_STATE))),
            entry("SetDisplayMessage", object(required("message", MESSAGE_INFO))));

    private Displays() {}
}
