package io.voltledger.node.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;

/** An event as an object of JSON and back; the shape is that of docs/event-export-format.md. Fields that an event does not have are left out. */
final class EventJson {

    private EventJson() {}

    static ObjectNode write(Event event) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", event.getMessageIdentifier());
        json.put("timestamp", event.getTimestamp());
        putText(json, "aggregateType", event.getAggregateType());
        putText(json, "aggregateId", event.getAggregateIdentifier());
        if (event.getAggregateSequenceNumber() != 0 || !event.getAggregateType().isEmpty()) {
            json.put("sequence", event.getAggregateSequenceNumber());
        }
        if (event.hasPayload()) {
            json.set("payload", write(event.getPayload()));
        }
        if (event.getMetaDataCount() > 0) {
            var values = json.putObject("metaData");
            new TreeMap<>(event.getMetaDataMap()).forEach((key, value) -> values.set(key, write(value)));
        }
        return json;
    }

    private static void putText(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    private static ObjectNode write(SerializedObject object) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("type", object.getType());
        putText(json, "revision", object.getRevision());
        json.put("data", object.getData().toByteArray());
        return json;
    }

    private static ObjectNode write(MetaDataValue value) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (value.getDataCase()) {
            case TEXT_VALUE -> json.put("text", value.getTextValue());
            case NUMBER_VALUE -> json.put("number", value.getNumberValue());
            case BOOLEAN_VALUE -> json.put("boolean", value.getBooleanValue());
            case DOUBLE_VALUE -> json.put("double", Double.toString(value.getDoubleValue()));
            case BYTES_VALUE -> json.set("bytes", write(value.getBytesValue()));
            case DATA_NOT_SET -> {}
        }
        return json;
    }

    /** Throws {@link TransferException} where the object is no event. */
    static Event read(JsonNode json, boolean snapshot) {
        if (!json.path("id").isTextual() || !json.path("timestamp").isIntegralNumber()) {
            throw new TransferException("An event needs \"id\" and \"timestamp\"");
        }
        var event = Event.newBuilder()
                .setMessageIdentifier(json.path("id").textValue())
                .setTimestamp(json.path("timestamp").longValue())
                .setAggregateType(json.path("aggregateType").asText())
                .setAggregateIdentifier(json.path("aggregateId").asText())
                .setAggregateSequenceNumber(json.path("sequence").longValue())
                .setSnapshot(snapshot);
        if (json.has("payload")) {
            event.setPayload(readObject(json.path("payload")));
        }
        json.path("metaData")
                .properties()
                .forEach(value -> event.putMetaData(value.getKey(), readValue(value.getValue())));
        return event.build();
    }

    private static SerializedObject readObject(JsonNode json) {
        try {
            var data = json.path("data").binaryValue();
            return SerializedObject.newBuilder()
                    .setType(json.path("type").asText())
                    .setRevision(json.path("revision").asText())
                    .setData(data == null ? ByteString.EMPTY : ByteString.copyFrom(data))
                    .build();
        } catch (IOException e) {
            throw new TransferException("\"data\" is not base64: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new TransferException("\"data\" is not base64");
        }
    }

    private static MetaDataValue readValue(JsonNode json) {
        var value = MetaDataValue.newBuilder();
        if (json.has("text")) {
            value.setTextValue(json.path("text").asText());
        } else if (json.has("number")) {
            value.setNumberValue(json.path("number").longValue());
        } else if (json.has("boolean")) {
            value.setBooleanValue(json.path("boolean").booleanValue());
        } else if (json.has("double")) {
            value.setDoubleValue(Double.parseDouble(json.path("double").asText()));
        } else if (json.has("bytes")) {
            value.setBytesValue(readObject(json.path("bytes")));
        }
        return value.build();
    }
}
