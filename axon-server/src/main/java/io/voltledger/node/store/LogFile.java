package io.voltledger.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * What is in a log file of RocksDB: its records from the start up to the first that is not sound, and whether that is a torn end (the file ends within a
 * record, or a part of it was never written, and no record begins behind it) or damage. RocksDB itself takes some kinds of damage for an end and drops
 * what follows.
 */
final class LogFile {

    /** Sees each sound record: the place in the file where it begins, and its first bytes, enough for a batch's header. */
    interface Records {
        /** Answers null, or what is wrong with the record. */
        @Nullable String see(long place, ByteBuffer head);
    }

    /** How reading ended. */
    enum End {
        SOUND,
        TORN,
        DAMAGED
    }

    /**
     * The outcome.
     *
     * @param size of the file in bytes
     * @param sound bytes from the start that are sound
     * @param why in words, empty where all is sound
     */
    record Outcome(Path file, long size, long sound, End end, String why) {

        String text() {
            return "%s at byte %d of %d: %s".formatted(file, sound, size, why);
        }
    }

    private static final int BATCH_HEADER = 12;

    private final Path path;
    private final Records records;
    private final ByteBuffer buffer = ByteBuffer.allocate(Frames.BLOCK);
    private final ByteBuffer head = ByteBuffer.allocate(BATCH_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    private long start = -1;

    private LogFile(Path path, Records records) {
        this.path = path;
        this.records = records;
    }

    static Outcome read(Path path, Records records) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new LogFile(path, records).read(channel);
        }
    }

    private Outcome read(FileChannel channel) throws IOException {
        var size = channel.size();
        for (var base = 0L; base < size; base += Frames.BLOCK) {
            var frames = block(channel, base);
            for (var at = 0; at < frames.limit(); ) {
                if (!frames.hasHeader(at) && isTrailer(frames, at)) {
                    break;
                }
                var why = check(frames, at, base);
                if (why != null) {
                    return fault(channel, frames, base, at, why);
                }
                at = frames.end(at);
            }
        }
        return start < 0
                ? new Outcome(path, size, size, End.SOUND, "")
                : new Outcome(path, size, start, End.TORN, "the file ends within a record");
    }

    /** What remains of a block that has no room for a header is filled with zeros. */
    private static boolean isTrailer(Frames frames, int at) {
        return frames.limit() == Frames.BLOCK && frames.isZero(at, frames.limit());
    }

    private Frames block(FileChannel channel, long base) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining() && channel.read(buffer, base + buffer.position()) > 0) {}
        return new Frames(buffer.flip());
    }

    private @Nullable String check(Frames frames, int at, long base) {
        if (!frames.hasHeader(at) || !frames.fits(at)) {
            return "a record is not whole";
        }
        if (!frames.isSound(at)) {
            return "a record does not match its checksum";
        }
        var type = frames.type(at);
        if ((type == Frames.MIDDLE || type == Frames.LAST) != start >= 0 && type <= Frames.LAST) {
            return "parts of a record do not follow each other";
        }
        if (type == Frames.FULL || type == Frames.FIRST) {
            start = base + at;
            head.clear();
        }
        if (type <= Frames.LAST) {
            head.put(frames.content(at, head.remaining()));
        }
        return type == Frames.FULL || type == Frames.LAST ? see() : null;
    }

    private @Nullable String see() {
        var place = start;
        var why = records.see(place, head.flip());
        if (why == null) {
            start = -1;
        }
        return why;
    }

    private Outcome fault(FileChannel channel, Frames frames, long base, int at, String why) throws IOException {
        var sound = start < 0 ? base + at : start;
        var looksTorn = looksTorn(channel, frames, base, at);
        var next = nextBeginning(channel, frames, base, at);
        if (next >= 0) {
            return damaged(channel, sound, why + "; records follow at byte " + next);
        }
        return looksTorn ? new Outcome(path, channel.size(), sound, End.TORN, why) : damaged(channel, sound, why);
    }

    private Outcome damaged(FileChannel channel, long sound, String why) throws IOException {
        return new Outcome(path, channel.size(), sound, End.DAMAGED, why);
    }

    /** Whether a write that did not finish can have left this: the file ends too early, or what is missing was never written and reads as zeros. */
    private static boolean looksTorn(FileChannel channel, Frames frames, long base, int at) throws IOException {
        var ends = base + frames.limit() == channel.size();
        if (!frames.hasHeader(at)) {
            return ends;
        }
        if (!frames.fits(at)) {
            return ends && !frames.isSound(at, frames.limit() - at - Frames.HEADER);
        }
        return !frames.isSound(at) && frames.hasUnwrittenSector(at);
    }

    private long nextBeginning(FileChannel channel, Frames frames, long base, int at) throws IOException {
        var found = frames.findBeginning(at + 1);
        for (var next = base; found < 0; found = block(channel, next).findBeginning(0)) {
            next += Frames.BLOCK;
            if (next >= channel.size()) {
                return -1;
            }
            base = next;
        }
        return base + found;
    }
}
