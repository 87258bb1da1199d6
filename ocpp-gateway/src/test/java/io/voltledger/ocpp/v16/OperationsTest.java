package io.voltledger.ocpp.v16;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.ocpp.shape.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own description of the operations says what the Open Charge Alliance's schemas say. */
class OperationsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BY_THE_STATION = List.of(
            "Authorize",
            "BootNotification",
            "DiagnosticsStatusNotification",
            "FirmwareStatusNotification",
            "Heartbeat",
            "LogStatusNotification",
            "MeterValues",
            "SecurityEventNotification",
            "SignCertificate",
            "SignedFirmwareStatusNotification",
            "StartTransaction",
            "StatusNotification",
            "StopTransaction");

    private final Map<String, JsonNode> requests = new TreeMap<>();

    @BeforeEach
    void readSchemas() throws IOException {
        String folder = System.getProperty("ocpp.schemas", "");
        assumeFalse(folder.isEmpty(), "The system property ocpp.schemas names no folder of OCPP's JSON schemas");
        for (JsonNode schema : JSON.readTree(Path.of(folder, "ocpp1_6.json").toFile())) {
            String id = schema.path("$id").asText();
            if (id.endsWith(".req")) {
                requests.put(id.substring("urn:".length(), id.length() - ".req".length()), schema);
            }
        }
    }

    @Test
    void knowsEachOperationOfTheCentralSystem() {
        requests.keySet().removeAll(BY_THE_STATION);
        assertThat(Operations.ALL).containsOnlyKeys(requests.keySet());
        assertThat(Operations.ALL).hasSize(26);
    }

    @Test
    void describesEachRequestAsItsSchemaDoes() {
        Operations.ALL.forEach((action, fields) -> {
            JsonNode schema = Objects.requireNonNull(requests.get(action), action);
            assertThat(described(fields)).as(action).isEqualTo(described(schema, schema));
        });
    }

    private static String described(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> text.maxLength() == Integer.MAX_VALUE ? "text" : "text" + text.maxLength();
            case Shape.Word word -> word.words().stream().sorted().toList().toString();
            case Shape.Whole whole -> "whole";
            case Shape.Tenths tenths -> "tenths";
            case Shape.Moment moment -> "moment";
            case Shape.Link link -> "link";
            case Shape.Decimal decimal -> "number";
            case Shape.Flag flag -> "flag";
            case Shape.Anything anything -> "anything";
            case Shape.Open open -> "open " + described(open.fields());
            case Shape.Listing listing -> "list of " + described(listing.element());
            case Shape.Fields fields ->
                fields.fields().stream()
                        .map(field -> field.name() + (field.required() ? "! " : " ") + described(field.shape()))
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String described(JsonNode schema, JsonNode root) {
        JsonNode node =
                schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
        if (node.has("enum")) {
            return StreamSupport.stream(node.path("enum").spliterator(), false)
                    .map(JsonNode::asText)
                    .sorted()
                    .toList()
                    .toString();
        }
        return switch (node.path("type").asText()) {
            case "integer" -> "whole";
            case "number" -> "tenths";
            case "array" -> "list of " + described(node.path("items"), root);
            case "object" -> {
                List<String> required = StreamSupport.stream(
                                node.path("required").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
                assertThat(node.path("additionalProperties").asBoolean(true)).isFalse();
                yield node.path("properties").properties().stream()
                        .map(field -> field.getKey()
                                + (required.contains(field.getKey()) ? "! " : " ")
                                + described(field.getValue(), root))
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}"));
            }
            default ->
                switch (node.path("format").asText()) {
                    case "date-time" -> "moment";
                    case "uri" -> "link";
                    default ->
                        node.has("maxLength") ? "text" + node.path("maxLength").asInt() : "text";
                };
        };
    }
}
