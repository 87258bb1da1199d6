package io.voltledger.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RocksDB as this store uses it: five column families, checksums on, a torn end of the write-ahead log cut at start. After a failed write RocksDB takes
 * no more; then the database is opened anew, which readers notice as a moment's wait.
 */
final class Database implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Database.class);

    private final Path directory;
    private final WriteOptions write;
    private final List<LogFile.Outcome> torn;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable OpenDatabase opened;

    private Database(Path directory, boolean sync, List<LogFile.Outcome> torn, OpenDatabase opened) {
        this.directory = directory;
        this.torn = torn;
        this.opened = opened;
        write = new WriteOptions().setSync(sync);
    }

    static Database open(Path directory, boolean sync) {
        try {
            Files.createDirectories(directory);
            var torn = cutTornEnds(directory);
            return new Database(directory, sync, torn, OpenDatabase.forWriting(directory));
        } catch (RocksDBException e) {
            throw cannotOpen(directory, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + directory + " cannot be used", e);
        }
    }

    /** Opens a store that nobody writes to without changing any file. */
    static Database openForReading(Path directory) {
        try {
            var torn = StartCheck.tornEnds(directory);
            return new Database(directory, false, torn, OpenDatabase.forReading(directory));
        } catch (RocksDBException e) {
            throw cannotOpen(directory, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + directory + " cannot be read", e);
        }
    }

    private static StoreException cannotOpen(Path directory, RocksDBException cause) {
        var text = "The store in %s cannot be opened: %s".formatted(directory, cause.getMessage());
        return new StoreException(StoreException.Reason.READ, text, cause);
    }

    private static List<LogFile.Outcome> cutTornEnds(Path directory) throws IOException {
        var torn = StartCheck.tornEnds(directory);
        for (var end : torn) {
            log.warn("A write that did not finish is cut off, {} bytes: {}", end.size() - end.sound(), end.text());
            StartCheck.cut(end);
        }
        return torn;
    }

    /** The torn ends that the logs had when the database was opened first. */
    List<LogFile.Outcome> torn() {
        return torn;
    }

    Path directory() {
        return directory;
    }

    /** Opens the database anew; where that fails it can only be read, as far as that is possible, until this succeeds. */
    void reopen() {
        lock.writeLock().lock();
        try {
            if (opened != null) {
                opened.close();
                opened = null;
            }
            cutTornEnds(directory);
            opened = OpenDatabase.forWriting(directory);
        } catch (RocksDBException | IOException e) {
            openReadOnly();
            throw StoreException.write(e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void openReadOnly() {
        try {
            opened = OpenDatabase.forReading(directory);
        } catch (RocksDBException e) {
            log.error("The store in {} can be neither written nor read", directory, e);
        }
    }

    /** What is open now; to be used under the shared lock, or on the one thread that opens anew. */
    OpenDatabase now() {
        if (opened == null) {
            throw new StoreException(
                    StoreException.Reason.READ, "The store in %s is not open".formatted(directory), null);
        }
        return opened;
    }

    ColumnFamilyHandle column(Column column) {
        return now().column(column);
    }

    private interface Reading<T> {
        T read(OpenDatabase database) throws RocksDBException;
    }

    private <T> T read(Reading<T> reading) {
        lock.readLock().lock();
        try {
            return reading.read(now());
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        } finally {
            lock.readLock().unlock();
        }
    }

    @SuppressWarnings("NullAway") // the value is nullable, which a lambda's result cannot say
    byte @Nullable [] get(Column column, byte[] key) {
        return read(database -> database.rocks().get(database.column(column), key));
    }

    @SuppressWarnings("NullAway") // the value is nullable, which a lambda's result cannot say
    byte @Nullable [] getDefault(byte[] key) {
        return read(database -> database.rocks().get(key));
    }

    Scan iterateDefault() {
        return scan(database -> database.rocks().newIterator());
    }

    Scan iterate(Column column) {
        return scan(database -> database.iterate(column));
    }

    /** An iterator for long scans, which reads ahead. */
    Scan scan(Column column) {
        return scan(database -> database.scan(column));
    }

    private Scan scan(Reading<RocksIterator> opening) {
        lock.readLock().lock();
        try {
            return new Scan(opening.read(now()), lock.readLock());
        } catch (RocksDBException e) {
            lock.readLock().unlock();
            throw StoreException.read(e);
        } catch (RuntimeException e) {
            lock.readLock().unlock();
            throw e;
        }
    }

    void write(WriteBatch batch) throws RocksDBException {
        now().rocks().write(write, batch);
    }

    void sync() {
        read(database -> {
            database.rocks().flushWal(true);
            return true;
        });
    }

    /** Number of the last write. */
    long sequence() {
        return read(database -> database.rocks().getLatestSequenceNumber());
    }

    /** Makes a consistent copy of the database in a directory that does not exist yet; files that never change are linked where that is possible. */
    void copyTo(Path target) {
        read(database -> {
            try (var checkpoint = Checkpoint.create(database.rocks())) {
                checkpoint.createCheckpoint(target.toString());
                return true;
            }
        });
    }

    /** Entries that a column has, counted from the files; exact right after opening for a column whose entries are neither changed nor removed. */
    long entries(Column column) {
        return read(database -> {
            var tables = database.files(column).stream()
                    .mapToLong(file -> file.numEntries())
                    .sum();
            var memory = database.rocks()
                            .getLongProperty(database.column(column), "rocksdb.num-entries-active-mem-table")
                    + database.rocks().getLongProperty(database.column(column), "rocksdb.num-entries-imm-mem-tables");
            return tables + memory;
        });
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (opened != null) {
                opened.close();
                opened = null;
            }
            write.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
