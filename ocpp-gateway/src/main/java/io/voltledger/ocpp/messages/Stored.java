package io.voltledger.ocpp.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationMessage;
import io.voltledger.api.chargepoint.StationMessage.Direction;
import io.voltledger.api.chargepoint.StationMessage.Outcome;
import io.voltledger.api.chargepoint.StationMessage.Type;
import io.voltledger.api.chargepoint.StationMessageId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a message is stored. Its key is the station, a zero byte, the time in microseconds and a number, so that a station's
 * messages stand together in order of time.
 */
final class Stored {

    private static final byte FORM = 1;
    private static final int PLACE_BYTES = 12;
    private static final int FIXED_BYTES = 4 + 8 + 4 + 4 + 4;

    private Stored() {}

    static byte[] prefix(StationId station) {
        byte[] name = station.value().getBytes(UTF_8);
        return ByteBuffer.allocate(name.length + 1).put(name).put((byte) 0).array();
    }

    static byte[] key(byte[] prefix, long micros, int number) {
        return ByteBuffer.allocate(prefix.length + PLACE_BYTES)
                .put(prefix)
                .putLong(micros)
                .putInt(number)
                .array();
    }

    static long micros(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - PLACE_BYTES);
    }

    static int number(byte[] key) {
        return ByteBuffer.wrap(key).getInt(key.length - Integer.BYTES);
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** @param text as it is kept: masked, and cut where it is too long */
    static byte[] value(Message message, String text) {
        byte[] action = bytes(message.action());
        byte[] uniqueId = bytes(message.uniqueId());
        byte[] frame = text.getBytes(UTF_8);
        return ByteBuffer.allocate(FIXED_BYTES + action.length + uniqueId.length + frame.length)
                .put(FORM)
                .put((byte) message.direction().ordinal())
                .put((byte) message.type().ordinal())
                .put((byte) message.outcome().ordinal())
                .putLong(message.latencyNanos())
                .putInt(message.text().length())
                .putInt(action.length)
                .putInt(uniqueId.length)
                .put(action)
                .put(uniqueId)
                .put(frame)
                .array();
    }

    static StationMessage read(StationId station, String node, byte[] key, byte[] stored) {
        ByteBuffer value = ByteBuffer.wrap(stored);
        if (value.get() != FORM) {
            throw new IllegalStateException("The message log holds an entry of an unknown form");
        }
        Direction direction = Direction.values()[value.get()];
        Type type = Type.values()[value.get()];
        Outcome outcome = Outcome.values()[value.get()];
        long latency = value.getLong();
        int length = value.getInt();
        int actionBytes = value.getInt();
        int idBytes = value.getInt();
        return new StationMessage(
                StationMessageId.of(micros(key), number(key), node),
                station,
                Instant.EPOCH.plus(micros(key), ChronoUnit.MICROS),
                direction,
                type,
                text(value, actionBytes),
                text(value, idBytes),
                latency < 0 ? null : Duration.ofNanos(latency),
                outcome,
                length,
                String.valueOf(UTF_8.decode(value)));
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(UTF_8);
    }

    private static @Nullable String text(ByteBuffer value, int bytes) {
        byte[] text = new byte[bytes];
        value.get(text);
        return bytes == 0 ? null : new String(text, UTF_8);
    }
}
