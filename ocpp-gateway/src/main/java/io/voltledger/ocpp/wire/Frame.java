package io.voltledger.ocpp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a text message from a station turned out to be. */
public sealed interface Frame {

    /** A call of the station, {@code [2, id, action, payload]}; a null or absent payload is an empty object. */
    record Call(String messageId, String action, ObjectNode payload) implements Frame {}

    /** The station's answer to a call of ours, {@code [3, id, payload]}. */
    record CallResult(String messageId, JsonNode payload) implements Frame {}

    /** The station could not serve a call of ours, {@code [4, id, code, description, details]}. */
    record CallError(String messageId, String code, String description, JsonNode details) implements Frame {}

    /**
     * Not a frame that could be served; it is answered with a CALLERROR.
     *
     * @param messageId as far as it could be read, else {@link #NO_ID}
     */
    record Unreadable(String messageId, ErrorCode code, String problem) implements Frame {}

    /** Of a message type that is neither call nor answer; what becomes of it is the version's to say. */
    record UnknownType(String messageId, String problem) implements Frame {}

    /** A frame that OCPP-J says to ignore: a broken answer. */
    record Ignored(String problem) implements Frame {}

    /** Stands for a message id that could not be read. */
    String NO_ID = "-1";
}
