package io.voltledger.ocpp.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a WebSocket message; whatever it says, the answer is a {@link Frame}. */
public final class FrameReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int CALL = 2;
    private static final int CALL_RESULT = 3;
    private static final int CALL_ERROR = 4;
    private static final int MAX_ID = 255;

    /** Type and message id at the head of a text that is not JSON as a whole. */
    private static final Pattern HEAD = Pattern.compile("\\s*\\[\\s*(\\d)\\s*(?:,\\s*\"([^\"\\\\]{1,255})\")?");

    private FrameReader() {}

    public static Frame read(String text) {
        try {
            return frame(parse(text));
        } catch (JsonProcessingException e) {
            return broken(text, e.getOriginalMessage());
        }
    }

    private static JsonNode parse(String text) throws JsonProcessingException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.readTree(JsonRepair.fillMissingValues(text));
        }
    }

    private static Frame broken(String text, String problem) {
        Matcher head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            return new Frame.Unreadable(Frame.NO_ID, ErrorCode.MALFORMED_FRAME, problem);
        }
        boolean call = Integer.parseInt(head.group(1)) == CALL;
        String id = head.group(2);
        if (!call) {
            return new Frame.Ignored(problem);
        }
        return id == null
                ? new Frame.Unreadable(Frame.NO_ID, ErrorCode.MALFORMED_FRAME, problem)
                : new Frame.Unreadable(id, ErrorCode.MALFORMED_PAYLOAD, problem);
    }

    private static Frame frame(JsonNode frame) {
        if (!frame.isArray() || frame.isEmpty()) {
            return new Frame.Unreadable(Frame.NO_ID, ErrorCode.MALFORMED_FRAME, "not a JSON array");
        }
        String id = id(frame.path(1));
        return switch (frame.get(0).asInt()) {
            case CALL -> call(id, frame.path(2), frame.path(3));
            case CALL_RESULT -> new Frame.CallResult(id, frame.path(2));
            case CALL_ERROR ->
                new Frame.CallError(id, frame.path(2).asText(), frame.path(3).asText(), frame.path(4));
            default -> new Frame.UnknownType(id, "unknown message type");
        };
    }

    private static Frame call(String id, JsonNode action, JsonNode payload) {
        if (id.equals(Frame.NO_ID)) {
            return new Frame.Unreadable(id, ErrorCode.MALFORMED_FRAME, "a call without a message id");
        }
        if (!action.isTextual()) {
            return new Frame.Unreadable(id, ErrorCode.MALFORMED_FRAME, "a call without an action");
        }
        if (payload.isMissingNode() || payload.isNull()) {
            return new Frame.Call(id, action.textValue(), JSON.createObjectNode());
        }
        return payload instanceof ObjectNode object
                ? new Frame.Call(id, action.textValue(), object)
                : new Frame.Unreadable(id, ErrorCode.MALFORMED_PAYLOAD, "the payload is not an object");
    }

    private static String id(JsonNode id) {
        boolean usable = id.isValueNode() && !id.isNull() && !id.asText().isEmpty();
        return usable && id.asText().length() <= MAX_ID ? id.asText() : Frame.NO_ID;
    }
}
