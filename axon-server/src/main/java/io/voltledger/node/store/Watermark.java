package io.voltledger.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What was on the disk for sure at some instant not long ago. A write-ahead log that is cut at a record's edge looks whole; beside this it does not.
 *
 * @param sequence RocksDB's number of the last write
 * @param token of the last event
 * @param manifest number of RocksDB's manifest
 * @param manifestSize bytes that it had
 * @param everyCommit whether each commit was synced; where it was not, the newest commits may be missing in any order after a power cut
 */
record Watermark(long sequence, long token, long manifest, long manifestSize, boolean everyCommit) {

    static final String FILE = "WATERMARK";

    private static final long MAGIC = 0x566f6c744d61726bL;
    private static final int SLOT = 512;
    private static final int SLOTS = 2;
    private static final int LENGTH = 7 * Long.BYTES;

    /** The newest mark in a directory; nothing where there is none that can be read. */
    static Optional<Watermark> read(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        Watermark newest = null;
        for (var slot = 0; slot < SLOTS && bytes.capacity() >= slot * SLOT + LENGTH; slot++) {
            var mark = parse(bytes.slice(slot * SLOT, LENGTH));
            if (mark != null && (newest == null || mark.sequence > newest.sequence)) {
                newest = mark;
            }
        }
        return Optional.ofNullable(newest);
    }

    private static @org.jspecify.annotations.Nullable Watermark parse(ByteBuffer slot) {
        var magic = slot.getLong();
        var mark = new Watermark(slot.getLong(), slot.getLong(), slot.getLong(), slot.getLong(), slot.getLong() == 1);
        return magic == MAGIC && slot.getLong() == checksum(slot.slice(0, LENGTH - Long.BYTES)) ? mark : null;
    }

    private ByteBuffer format() {
        var slot = ByteBuffer.allocate(LENGTH)
                .putLong(MAGIC)
                .putLong(sequence)
                .putLong(token)
                .putLong(manifest)
                .putLong(manifestSize)
                .putLong(everyCommit ? 1 : 0);
        return slot.putLong(checksum(slot.slice(0, LENGTH - Long.BYTES))).flip();
    }

    private static long checksum(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }

    /** Writes marks in turn to two places of the file, so that one of them is whole at any time. */
    static final class Writer implements AutoCloseable {

        private final FileChannel channel;
        private int slot;

        private Writer(FileChannel channel) {
            this.channel = channel;
        }

        static Writer open(Path directory) throws IOException {
            var file = directory.resolve(FILE);
            return new Writer(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        }

        void write(Watermark mark) throws IOException {
            var bytes = mark.format();
            while (bytes.hasRemaining()) {
                channel.write(bytes, (long) slot * SLOT + bytes.position());
            }
            channel.force(false);
            slot = (slot + 1) % SLOTS;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
