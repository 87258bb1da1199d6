package io.voltledger.node.adhoc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An event, or a snapshot, as a row. */
record EventRow(List<Object> id, @Nullable Long token, Event event) implements Row {

    static final List<String> COLUMNS = List.of(
            "token",
            "eventIdentifier",
            "aggregateIdentifier",
            "aggregateSequenceNumber",
            "aggregateType",
            "payloadType",
            "payloadRevision",
            "payloadData",
            "timestamp",
            "metaData");

    private static final String META_DATA = "metaData.";

    static EventRow event(long token, byte[] bytes) {
        return new EventRow(List.of(token), token, parse(bytes));
    }

    static EventRow snapshot(byte[] bytes) {
        var snapshot = parse(bytes);
        return new EventRow(
                List.of(snapshot.getAggregateIdentifier(), snapshot.getAggregateSequenceNumber()), null, snapshot);
    }

    private static Event parse(byte[] bytes) {
        try {
            return Event.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException("Malformed event", e);
        }
    }

    @Override
    public List<Object> order() {
        return id;
    }

    @Override
    public @Nullable Object value(String column) {
        return switch (column) {
            case "token" -> token;
            case "eventIdentifier" -> event.getMessageIdentifier();
            case "aggregateIdentifier" -> event.getAggregateIdentifier();
            case "aggregateSequenceNumber" -> event.getAggregateSequenceNumber();
            case "aggregateType" -> event.getAggregateType();
            case "payloadType" -> event.getPayload().getType();
            case "payloadRevision" -> event.getPayload().getRevision();
            case "payloadData" -> event.getPayload().getData().toStringUtf8();
            case "timestamp" -> event.getTimestamp();
            case "metaData" -> metaData();
            default -> column.startsWith(META_DATA) ? metaData(column.substring(META_DATA.length())) : null;
        };
    }

    private Map<String, Object> metaData() {
        var all = new TreeMap<String, Object>();
        event.getMetaDataMap().forEach((key, value) -> all.put(key, plain(value)));
        return all;
    }

    private @Nullable Object metaData(String key) {
        var value = event.getMetaDataMap().get(key);
        return value == null ? null : plain(value);
    }

    private static Object plain(MetaDataValue value) {
        return switch (value.getDataCase()) {
            case NUMBER_VALUE -> value.getNumberValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case BOOLEAN_VALUE -> value.getBooleanValue();
            case BYTES_VALUE -> value.getBytesValue().getData().toStringUtf8();
            case TEXT_VALUE, DATA_NOT_SET -> value.getTextValue();
        };
    }
}
