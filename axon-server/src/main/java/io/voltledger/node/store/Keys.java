package io.voltledger.node.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** Keys of the column families: big-endian numbers, so that RocksDB's byte order is the order of the log. */
final class Keys {

    private Keys() {}

    static byte[] number(long value) {
        var key = new byte[Long.BYTES];
        for (var i = Long.BYTES - 1; i >= 0; i--) {
            key[i] = (byte) value;
            value >>>= 8;
        }
        return key;
    }

    static long number(byte[] key) {
        return tail(key);
    }

    /** Length of the identifier, the identifier, a number: no identifier's keys are mixed with those of another. */
    static byte[] of(String identifier, long number) {
        var id = identifier.getBytes(UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + id.length + Long.BYTES)
                .putInt(id.length)
                .put(id)
                .putLong(number)
                .array();
    }

    /** The number at the end of a key made by {@link #of}. */
    static long tail(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }

    static boolean sameIdentifier(byte[] one, byte[] other) {
        var length = one.length - Long.BYTES;
        return one.length == other.length && java.util.Arrays.equals(one, 0, length, other, 0, length);
    }

    static byte[] text(String value) {
        return value.getBytes(UTF_8);
    }

    /** What a key of a column says to people. */
    static String text(Column column, byte[] key) {
        return switch (column) {
            case EVENTS -> "token " + Keys.number(key);
            case TIMES -> "time " + Keys.number(key);
            case AGGREGATES -> "aggregate %s sequence %d".formatted(identifier(key), tail(key));
            case SNAPSHOTS -> "snapshot %d of aggregate %s".formatted(tail(key), identifier(key));
            case SCHEDULES -> "schedule " + new String(key, UTF_8);
        };
    }

    private static String identifier(byte[] key) {
        return new String(key, Integer.BYTES, Math.max(0, key.length - Integer.BYTES - Long.BYTES), UTF_8);
    }
}
