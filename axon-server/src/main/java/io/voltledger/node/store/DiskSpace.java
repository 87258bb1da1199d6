package io.voltledger.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Refuses writes while the disk is nearly full, so that the database itself never meets a full one and goes on by itself once there is room. */
final class DiskSpace {

    private static final long INTERVAL = 100_000_000L;

    private final LongSupplier usable;
    private final long reserve;
    private long checked;
    private boolean enough;

    DiskSpace(LongSupplier usable, long reserve) {
        this.usable = usable;
        this.reserve = reserve;
    }

    static DiskSpace of(Path directory, long reserve) {
        try {
            var store = Files.getFileStore(directory);
            return new DiskSpace(() -> usable(store), reserve);
        } catch (IOException e) {
            throw new UncheckedIOException("The disk of " + directory + " cannot be examined", e);
        }
    }

    private static long usable(FileStore store) {
        try {
            return store.getUsableSpace();
        } catch (IOException e) {
            throw StoreException.write(e);
        }
    }

    /** Whether at least the reserve is left. Looks at the disk ten times a second at most. */
    boolean isEnough() {
        var now = System.nanoTime();
        if (!enough || now - checked > INTERVAL) {
            checked = now;
            enough = usable.getAsLong() >= reserve;
        }
        return enough;
    }

    /** Throws when less than the reserve is left. */
    void check() {
        if (!isEnough()) {
            var text = "The disk is full: less than %d MB are left, nothing is stored".formatted(reserve >> 20);
            throw new StoreException(StoreException.Reason.DISK_FULL, text, null);
        }
    }
}
