package io.voltledger.node.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.streams.SequencingPolicy;
import io.grpc.Status;
import java.io.IOException;
import java.util.List;

/** What events must stay in order: those with the same key go to the same segment. The names are those of the public API. */
interface Sequencing {

    /** The key of an event; it is the same for ever, as it decides about the segment after a restart, too. */
    String key(Event event);

    /** Refuses a policy that it does not know. None is the sequential one. */
    static Sequencing of(SequencingPolicy policy) {
        var parameters = List.copyOf(policy.getParameterList());
        return switch (policy.getPolicyName()) {
            case "", "SequentialPolicy" -> event -> "";
            case "SequentialPerAggregatePolicy" -> Sequencing::aggregate;
            case "FullConcurrencyPolicy" -> Event::getMessageIdentifier;
            case "MetaDataSequencingPolicy" -> event -> metaData(event, parameters);
            case "PropertySequencingPolicy" -> event -> property(event, parameters);
            default ->
                throw Status.INVALID_ARGUMENT
                        .withDescription("There is no sequencing policy " + policy.getPolicyName())
                        .asRuntimeException();
        };
    }

    /** The segment of an event where there are so many. */
    default int segment(Event event, int segments) {
        return segments == 1 ? 0 : Math.floorMod(spread(key(event).hashCode()), segments);
    }

    /** Spreads similar numbers, so that keys such as S1, S2, S3 do not all fall together. */
    private static int spread(int hash) {
        var spread = (hash ^ (hash >>> 16)) * 0x7feb352d;
        spread = (spread ^ (spread >>> 15)) * 0x846ca68b;
        return spread ^ (spread >>> 16);
    }

    private static String aggregate(Event event) {
        return event.getAggregateType().isEmpty() ? event.getMessageIdentifier() : event.getAggregateIdentifier();
    }

    private static String metaData(Event event, List<String> names) {
        var values =
                names.stream().map(name -> text(event.getMetaDataOrDefault(name, MetaDataValue.getDefaultInstance())));
        return String.join("\n", values.toList());
    }

    private static String text(MetaDataValue value) {
        return switch (value.getDataCase()) {
            case TEXT_VALUE -> value.getTextValue();
            case NUMBER_VALUE -> Long.toString(value.getNumberValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case BOOLEAN_VALUE -> Boolean.toString(value.getBooleanValue());
            case BYTES_VALUE -> Integer.toString(value.getBytesValue().hashCode());
            case DATA_NOT_SET -> "";
        };
    }

    /** Properties of a JSON payload, such as {@code $.station.id} or {@code station.id}; without any of them the aggregate decides. */
    private static String property(Event event, List<String> paths) {
        try {
            var payload = Json.MAPPER.readTree(event.getPayload().getData().toByteArray());
            var values =
                    paths.stream().map(path -> find(payload, path).toString()).toList();
            return values.stream().allMatch(String::isEmpty) ? aggregate(event) : String.join("\n", values);
        } catch (IOException notJson) {
            return aggregate(event);
        }
    }

    private static JsonNode find(JsonNode payload, String path) {
        var found = payload;
        for (var name : path.replaceFirst("^\\$\\.?", "").split("\\.", -1)) {
            found = found.path(name);
        }
        return found;
    }

    /** Reads payloads. */
    final class Json {
        private static final JsonMapper MAPPER = new JsonMapper();

        private Json() {}
    }
}
