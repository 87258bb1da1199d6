package io.voltledger.node.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An event that waits for its time.
 *
 * @param id the token its owner knows it by
 * @param due milliseconds since the epoch
 * @param event the serialised event message
 */
public record ScheduledEvent(String id, long due, byte[] event) {

    byte[] value() {
        return ByteBuffer.allocate(Long.BYTES + event.length)
                .putLong(due)
                .put(event)
                .array();
    }

    static ScheduledEvent of(String id, byte[] value) {
        return new ScheduledEvent(
                id, ByteBuffer.wrap(value).getLong(), Arrays.copyOfRange(value, Long.BYTES, value.length));
    }
}
