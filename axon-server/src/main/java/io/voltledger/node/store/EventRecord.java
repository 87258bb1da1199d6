package io.voltledger.node.store;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.axoniq.axonserver.grpc.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One event as it travels and is stored: the serialised {@link Event} untouched, and beside it the few fields that the store decides by.
 *
 * @param bytes the serialised event message
 * @param aggregateId identifier of the aggregate, empty when none was given
 * @param aggregateType type of the aggregate; an event without it is no domain event and belongs to no aggregate
 * @param sequence position within the aggregate
 * @param timestamp milliseconds since the epoch, as the publisher says
 */
public record EventRecord(byte[] bytes, String aggregateId, String aggregateType, long sequence, long timestamp) {

    private static final byte[] SNAPSHOT_FLAG = {Event.SNAPSHOT_FIELD_NUMBER << 3, 1};

    /** Reads the deciding fields of a serialised event; throws {@link UncheckedIOException} when the bytes are no event. */
    public static EventRecord parse(byte[] bytes) {
        try {
            return scan(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Malformed event", e);
        }
    }

    public static EventRecord of(Event event) {
        return new EventRecord(
                event.toByteArray(),
                event.getAggregateIdentifier(),
                event.getAggregateType(),
                event.getAggregateSequenceNumber(),
                event.getTimestamp());
    }

    /** Whether the event is part of an aggregate's history. */
    public boolean isDomainEvent() {
        return !aggregateType.isEmpty();
    }

    /** The same event, marked as a snapshot: a later field wins over an earlier one in the serialised form. */
    EventRecord asSnapshot() {
        var marked = new byte[bytes.length + SNAPSHOT_FLAG.length];
        System.arraycopy(bytes, 0, marked, 0, bytes.length);
        System.arraycopy(SNAPSHOT_FLAG, 0, marked, bytes.length, SNAPSHOT_FLAG.length);
        return new EventRecord(marked, aggregateId, aggregateType, sequence, timestamp);
    }

    private static EventRecord scan(byte[] bytes) throws IOException {
        var in = CodedInputStream.newInstance(bytes);
        var id = "";
        var type = "";
        var sequence = 0L;
        var timestamp = 0L;
        for (var tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case Event.AGGREGATE_IDENTIFIER_FIELD_NUMBER -> id = in.readStringRequireUtf8();
                case Event.AGGREGATE_SEQUENCE_NUMBER_FIELD_NUMBER -> sequence = in.readInt64();
                case Event.AGGREGATE_TYPE_FIELD_NUMBER -> type = in.readStringRequireUtf8();
                case Event.TIMESTAMP_FIELD_NUMBER -> timestamp = in.readInt64();
                default -> {
                    if (!in.skipField(tag)) {
                        throw new InvalidProtocolBufferException("Unexpected end of group");
                    }
                }
            }
        }
        return new EventRecord(bytes, id, type, sequence, timestamp);
    }
}
