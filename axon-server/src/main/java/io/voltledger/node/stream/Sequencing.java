package io.voltledger.node.stream;

import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.streams.SequencingPolicy;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.voltledger.node.adhoc.PayloadProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What events must stay in order: those with the same key go to the same segment. The names are those of the public API. */
interface Sequencing {

    /** The name of the policy that looks into payloads. */
    String BY_PROPERTY = "PropertySequencingPolicy";

    /** The key of an event; it is the same for ever, as it decides about the segment after a restart, too. */
    String key(Event event);

    /** Refuses a policy that it does not know, or whose parameters it does not understand. None is the sequential one. */
    static Sequencing of(SequencingPolicy policy) {
        return of(policy.getPolicyName(), List.copyOf(policy.getParameterList()));
    }

    private static Sequencing of(String name, List<String> parameters) {
        return switch (name) {
            case "", "SequentialPolicy" -> event -> "";
            case "SequentialPerAggregatePolicy" -> Sequencing::aggregate;
            case "FullConcurrencyPolicy" -> Event::getMessageIdentifier;
            case "MetaDataSequencingPolicy" -> byMetaData(parameters);
            case BY_PROPERTY -> byProperty(parameters);
            default -> throw invalid("There is no sequencing policy " + name);
        };
    }

    private static StatusRuntimeException invalid(String text) {
        return Status.INVALID_ARGUMENT.withDescription(text).asRuntimeException();
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

    private static Sequencing byMetaData(List<String> names) {
        if (names.isEmpty()) {
            throw invalid("MetaDataSequencingPolicy needs the name of a meta-data entry as its parameter");
        }
        return event -> names.stream()
                .map(name -> text(event.getMetaDataOrDefault(name, MetaDataValue.getDefaultInstance())))
                .collect(Collectors.joining("\n"));
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

    /**
     * Four parameters: JSON or XML, a payload type, a JSONPath or XPath expression, and the policy for all other events with its own parameters. That
     * may be this one again, for another payload type.
     */
    private static Sequencing byProperty(List<String> parameters) {
        var properties = new HashMap<String, PayloadProperty>();
        var rest = parameters;
        var otherwise = BY_PROPERTY;
        while (otherwise.equals(BY_PROPERTY)) {
            if (rest.size() < 4) {
                throw invalid(BY_PROPERTY + " needs four parameters: JSON or XML, the payload type, an expression that "
                        + "finds the property, and the policy for other events");
            }
            properties.putIfAbsent(rest.get(1), PayloadProperty.of(rest.get(0), rest.get(2)));
            otherwise = rest.get(3);
            rest = rest.subList(4, rest.size());
        }
        var others = of(otherwise, rest);
        return event -> Optional.ofNullable(properties.get(event.getPayload().getType()))
                .flatMap(property -> property.value(event))
                .orElseGet(() -> others.key(event));
    }
}
