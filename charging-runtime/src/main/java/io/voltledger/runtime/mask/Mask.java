package io.voltledger.runtime.mask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Covers what must not be read in a frame's text. A text that names it and is no JSON is covered from its payload on. */
public abstract class Mask {

    static final String COVER = "***";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int LONGEST_HEAD = 80;

    /** The text itself where it holds nothing to cover. */
    public final String over(String text) {
        if (!mentions(text)) {
            return text;
        }
        try {
            JsonNode frame = JSON.readTree(text);
            return frame.isContainerNode() ? walked(frame).toString() : headOf(text);
        } catch (JsonProcessingException e) {
            return headOf(text);
        }
    }

    /** Quickly: whether there may be something to cover. */
    abstract boolean mentions(String text);

    /** Whether the field's value is covered whole. */
    abstract boolean covers(ObjectNode object, String field, JsonNode value);

    /** A text within the frame, with that covered which must not be read. */
    abstract String inner(String text);

    private static String headOf(String text) {
        int payload = text.indexOf('{');
        int end = Math.min(payload < 0 ? 0 : payload, LONGEST_HEAD);
        return text.substring(0, end) + COVER;
    }

    private JsonNode walked(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                List<String> fields = new ArrayList<>();
                object.fieldNames().forEachRemaining(fields::add);
                fields.forEach(field -> object.set(
                        field,
                        covers(object, field, object.get(field))
                                ? TextNode.valueOf(COVER)
                                : walked(object.get(field))));
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, walked(array.get(i)));
                }
            }
            case TextNode text -> {
                return TextNode.valueOf(inner(text.textValue()));
            }
            default -> {}
        }
        return node;
    }
}
