package io.voltledger.node.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * One block of a log file of RocksDB, as its wiki describes the format: blocks of 32 KB hold frames of a checksum (CRC-32C, masked), a length, a type and
 * content. A frame never crosses a block; a longer record is cut into a first, middle and last one.
 */
final class Frames {

    static final int BLOCK = 32 * 1024;
    static final int HEADER = 7;
    static final int FULL = 1;
    static final int FIRST = 2;
    static final int MIDDLE = 3;
    static final int LAST = 4;

    private static final int SECTOR = 512;
    private static final int MASK = 0xa282ead8;

    private final ByteBuffer block;
    private final CRC32C crc = new CRC32C();

    Frames(ByteBuffer block) {
        this.block = block.order(ByteOrder.LITTLE_ENDIAN);
    }

    int limit() {
        return block.limit();
    }

    /** Whether there is room for a header. */
    boolean hasHeader(int at) {
        return block.limit() - at >= HEADER;
    }

    int length(int at) {
        return block.getShort(at + 4) & 0xffff;
    }

    int type(int at) {
        return block.get(at + 6) & 0xff;
    }

    int end(int at) {
        return at + HEADER + length(at);
    }

    boolean fits(int at) {
        return end(at) <= block.limit();
    }

    /** Whether the frame's content matches its checksum. */
    boolean isSound(int at) {
        return fits(at) && isSound(at, length(at));
    }

    /** Whether content of another length than the header says would match the checksum. */
    boolean isSound(int at, int length) {
        crc.reset();
        crc.update(block.slice(at + 6, 1 + length));
        var plain = (int) crc.getValue();
        return block.getInt(at) == ((plain >>> 15) | (plain << 17)) + MASK;
    }

    /** Whether a sound frame here begins a record. */
    boolean begins(int at) {
        return hasHeader(at) && (type(at) == FULL || type(at) == FIRST) && isSound(at);
    }

    /** The first place from here on where a record begins, -1 if there is none. */
    int findBeginning(int from) {
        for (var at = from; hasHeader(at); at++) {
            if (begins(at)) {
                return at;
            }
        }
        return -1;
    }

    boolean isZero(int from, int end) {
        for (var at = from; at < end; at++) {
            if (block.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a frame has the trace of a write that never happened: zeros from the edge of a sector to the next edge or to the frame's end. */
    boolean hasUnwrittenSector(int at) {
        var end = type(at) == 0 ? block.limit() : Math.min(end(at), block.limit());
        for (var sector = at / SECTOR * SECTOR; sector < end; sector += SECTOR) {
            if (sector + SECTOR > at && isZero(Math.max(sector, at), Math.min(sector + SECTOR, end))) {
                return true;
            }
        }
        return false;
    }

    ByteBuffer content(int at, int most) {
        return block.slice(at + HEADER, Math.min(most, length(at))).order(ByteOrder.LITTLE_ENDIAN);
    }
}
