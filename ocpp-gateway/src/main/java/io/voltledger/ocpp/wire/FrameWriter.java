package io.voltledger.ocpp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Writes frames as OCPP-J demands them. */
public final class FrameWriter {

    private static final int CALL = 2;
    private static final int CALL_RESULT = 3;
    private static final int CALL_ERROR = 4;
    private static final int MAX_DESCRIPTION = 255;

    private FrameWriter() {}

    /** @param payload a JSON text, which becomes part of the frame as it stands */
    public static String call(String messageId, String action, String payload) {
        String head = frame(CALL, messageId).add(action).toString();
        return head.substring(0, head.length() - 1) + "," + payload + "]";
    }

    public static String result(String messageId, JsonNode payload) {
        return frame(CALL_RESULT, messageId).add(payload).toString();
    }

    /** @param code in the words of the version that the station speaks */
    public static String error(String messageId, String code, String description) {
        String cut = description.length() > MAX_DESCRIPTION ? description.substring(0, MAX_DESCRIPTION) : description;
        return frame(CALL_ERROR, messageId)
                .add(code)
                .add(cut)
                .add(JsonNodeFactory.instance.objectNode())
                .toString();
    }

    private static ArrayNode frame(int type, String messageId) {
        return JsonNodeFactory.instance.arrayNode().add(type).add(messageId);
    }
}
