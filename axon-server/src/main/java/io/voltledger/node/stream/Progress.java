package io.voltledger.node.stream;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far a stream has come: for every segment the token that was last acknowledged, -1 before the first, and up to which token events are sent again
 * after a reset. When the number of segments has changed, it knows the positions of the former segments, too, until the new ones have overtaken them: an
 * event that a former segment had done is not sent again.
 */
final class Progress {

    private final long[] positions;
    private final long[] replayedTo;
    private final List<long[]> earlier;

    private Progress(long[] positions, long[] replayedTo, List<long[]> earlier) {
        this.positions = positions;
        this.replayedTo = replayedTo;
        this.earlier = new ArrayList<>(earlier);
    }

    static Progress at(long position, int segments) {
        return new Progress(filled(position, segments), filled(-1, segments), List.of());
    }

    private static long[] filled(long value, int size) {
        var values = new long[size];
        Arrays.fill(values, value);
        return values;
    }

    int segments() {
        return positions.length;
    }

    long position(int segment) {
        return positions[segment];
    }

    long replayedTo(int segment) {
        return replayedTo[segment];
    }

    /** The positions of former segments. */
    List<long[]> earlier() {
        return List.copyOf(earlier);
    }

    /** Goes on, never back; the answer says whether that was a step. */
    boolean advance(int segment, long position) {
        if (position <= positions[segment]) {
            return false;
        }
        positions[segment] = position;
        var slowest = Arrays.stream(positions).min().orElse(-1);
        earlier.removeIf(former -> Arrays.stream(former).max().orElse(-1) <= slowest);
        return true;
    }

    /** Everything from a position on again. */
    Progress reset(long position) {
        var again = at(position, segments());
        var highest = earlier.stream().flatMapToLong(Arrays::stream).max().orElse(-1);
        for (var segment = 0; segment < segments(); segment++) {
            var done = Math.max(highest, Math.max(positions[segment], replayedTo[segment]));
            again.replayedTo[segment] = done > position ? done : -1;
        }
        return again;
    }

    /** The same with another number of segments. */
    Progress spread(int segments) {
        var start = Arrays.stream(positions).min().orElse(-1);
        var replayed = Arrays.stream(replayedTo).max().orElse(-1);
        var layers = new ArrayList<>(earlier);
        layers.add(positions.clone());
        return new Progress(filled(start, segments), filled(replayed, segments), layers);
    }

    byte[] toBytes() {
        var former = earlier.stream()
                .mapToInt(layer -> Integer.BYTES + layer.length * Long.BYTES)
                .sum();
        var buffer = ByteBuffer.allocate(2 * Integer.BYTES + 2 * Long.BYTES * segments() + former);
        buffer.putInt(segments());
        put(buffer, positions);
        put(buffer, replayedTo);
        buffer.putInt(earlier.size());
        earlier.forEach(layer -> put(buffer.putInt(layer.length), layer));
        return buffer.array();
    }

    private static void put(ByteBuffer buffer, long[] values) {
        for (var value : values) {
            buffer.putLong(value);
        }
    }

    static Progress of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var segments = buffer.getInt();
        var positions = take(buffer, segments);
        var replayedTo = take(buffer, segments);
        var earlier = new ArrayList<long[]>();
        for (var layers = buffer.getInt(); layers > 0; layers--) {
            earlier.add(take(buffer, buffer.getInt()));
        }
        return new Progress(positions, replayedTo, earlier);
    }

    private static long[] take(ByteBuffer buffer, int size) {
        var values = new long[size];
        for (var i = 0; i < size; i++) {
            values[i] = buffer.getLong();
        }
        return values;
    }
}
