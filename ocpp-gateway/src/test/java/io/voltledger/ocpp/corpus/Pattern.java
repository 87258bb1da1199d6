package io.voltledger.ocpp.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Compares a frame with what a script expects of it: {@code "*"} is anything, {@code "$X"} is the same thing wherever it stands. */
final class Pattern {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> known;

    Pattern(Map<String, String> known) {
        this.known = known;
    }

    /** Also takes down what {@code $X} stands for, where that is not known yet. */
    boolean matches(String expected, JsonNode frame) {
        try {
            return matches(JSON.readTree(expected), frame);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The script expects what is not JSON: " + expected, e);
        }
    }

    private boolean matches(JsonNode expected, JsonNode found) {
        if (expected.isTextual() && expected.textValue().startsWith("$")) {
            String before = known.putIfAbsent(expected.textValue(), found.asText());
            return before == null || before.equals(found.asText());
        }
        if (expected.isTextual() && expected.textValue().equals("*")) {
            return !found.isMissingNode();
        }
        if (expected.isContainerNode()) {
            boolean sameKind = expected.getNodeType() == found.getNodeType() && expected.size() == found.size();
            return sameKind && (expected.isArray() ? elementsMatch(expected, found) : fieldsMatch(expected, found));
        }
        return expected.equals(found);
    }

    private boolean elementsMatch(JsonNode expected, JsonNode found) {
        for (int i = 0; i < expected.size(); i++) {
            if (!matches(expected.get(i), found.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean fieldsMatch(JsonNode expected, JsonNode found) {
        return expected.properties().stream().allMatch(field -> matches(field.getValue(), found.path(field.getKey())));
    }
}
