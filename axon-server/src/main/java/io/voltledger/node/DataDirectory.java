package io.voltledger.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The node's directory: a lock so that two nodes never share it, the version of the storage format, and a folder for each context.
 */
final class DataDirectory implements AutoCloseable {

    /** The format that this node writes. It goes up when an older node could not read the store any more. */
    static final int FORMAT = 1;

    private static final String FORMAT_FILE = "FORMAT";
    static final String CONTEXTS = "contexts";
    private static final String DELETED = "deleted";
    private static final String FORMAT_NAME = "voltledger-node";

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    static DataDirectory open(Path root) {
        try {
            Files.createDirectories(root.resolve(CONTEXTS));
            var directory = lock(root);
            directory.checkFormat();
            Folders.delete(root.resolve(DELETED));
            return directory;
        } catch (IOException e) {
            throw new NodeStartException("The data directory %s cannot be used: %s".formatted(root, e), e);
        }
    }

    /** Opens a directory that a node has used; makes none. */
    static DataDirectory openExisting(Path root) {
        if (!Files.exists(root.resolve(FORMAT_FILE))) {
            throw new NodeStartException("%s is not a node's data directory".formatted(root), null);
        }
        return open(root);
    }

    private static DataDirectory lock(Path root) throws IOException {
        var channel = FileChannel.open(root.resolve("LOCK"), CREATE, WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new NodeStartException("The data directory %s is in use by another node".formatted(root), null);
        }
        return new DataDirectory(root, channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void checkFormat() throws IOException {
        var file = root.resolve(FORMAT_FILE);
        if (!Files.exists(file)) {
            var fresh = Files.writeString(root.resolve(FORMAT_FILE + ".new"), FORMAT_NAME + " " + FORMAT + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        var found = format(Files.readString(file, UTF_8).strip());
        if (found > FORMAT) {
            close();
            var text = "The store in %s has format %d; this node reads formats up to %d. Start it with a newer version";
            throw new NodeStartException(text.formatted(root, found, FORMAT), null);
        }
    }

    private int format(String text) {
        var words = text.split(" ", -1);
        if (words.length == 2 && words[0].equals(FORMAT_NAME) && words[1].matches("[0-9]{1,9}")) {
            return Integer.parseInt(words[1]);
        }
        close();
        throw new NodeStartException(
                "%s is not a node's data directory: FORMAT says \"%s\"".formatted(root, text), null);
    }

    /** Names of the contexts that are stored here. */
    List<String> contexts() {
        try (var folders = Files.list(root.resolve(CONTEXTS))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The contexts in " + root + " cannot be listed", e);
        }
    }

    Path root() {
        return root;
    }

    /** Copies what stands beside the contexts: the version of the format, and who may use the node. */
    void copySettings(Path target) throws IOException {
        for (var name : List.of(FORMAT_FILE, "access.json")) {
            if (Files.exists(root.resolve(name))) {
                Files.copy(root.resolve(name), target.resolve(name));
            }
        }
    }

    Path context(String name) {
        return root.resolve(CONTEXTS).resolve(name);
    }

    /** Makes the folder of a new context, for good. */
    void create(String name) {
        try {
            Files.createDirectories(context(name));
            Folders.sync(root.resolve(CONTEXTS));
        } catch (IOException e) {
            throw new UncheckedIOException("The context " + name + " cannot be made", e);
        }
    }

    /**
     * Removes a context that is closed. It is gone as a whole once its folder has another place; a process that is killed before that still has all of
     * it, and one that is killed later removes the rest at its next start.
     */
    void delete(String name) {
        var grave = root.resolve(DELETED);
        try {
            Files.createDirectories(grave);
            var moved = grave.resolve(name + "-" + UUID.randomUUID());
            Files.move(context(name), moved, StandardCopyOption.ATOMIC_MOVE);
            Folders.sync(root.resolve(CONTEXTS));
            Folders.delete(moved);
        } catch (IOException e) {
            throw new UncheckedIOException("The context " + name + " cannot be removed", e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + root + " cannot be released", e);
        }
    }
}
