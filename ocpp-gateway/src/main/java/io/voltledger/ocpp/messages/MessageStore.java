package io.voltledger.ocpp.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.voltledger.api.chargepoint.MessageLogQuery.ListStationMessages;
import io.voltledger.api.chargepoint.MessageLogQuery.StationMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Messages on disk, in partitions by time. A partition is dropped as a whole, files and all, so that forgetting costs the
 * same however much is forgotten, and nothing is ever rewritten to make room.
 */
final class MessageStore implements AutoCloseable {

    static {
        RocksDB.loadLibrary();
    }

    private static final String PARTITION = "since-";
    private static final int SHARES_OF_SIZE = 16;
    private static final int SHARES_OF_TIME = 24;
    private static final long MEMTABLE_BYTES = 8L << 20;
    private static final long WAL_BYTES = 64L << 20;

    private final Duration keep;
    private final long maxBytes;
    private final String node;
    private final Masks masks;
    private final DBOptions options;
    private final ColumnFamilyOptions partitionOptions;
    private final WriteOptions writing = new WriteOptions();
    private final RocksDB db;
    private final ColumnFamilyHandle unnamed;
    private final NavigableMap<Long, ColumnFamilyHandle> partitions = new TreeMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private int number;
    private boolean closed;

    private MessageStore(MessageLogSettings settings, String node) throws RocksDBException {
        this.keep = settings.keep();
        this.maxBytes = settings.maxSize().toBytes();
        this.node = node;
        this.masks = new Masks(Math.toIntExact(settings.maxText().toBytes()));
        String path = settings.folder().toString();
        options = new DBOptions()
                .setCreateIfMissing(true)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(2)
                .setMaxTotalWalSize(WAL_BYTES)
                .setMaxBackgroundJobs(2);
        partitionOptions = new ColumnFamilyOptions()
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setCompactionStyle(CompactionStyle.UNIVERSAL)
                .setWriteBufferSize(MEMTABLE_BYTES);
        List<ColumnFamilyDescriptor> found = new ArrayList<>();
        for (byte[] name : RocksDB.listColumnFamilies(new org.rocksdb.Options(), path)) {
            found.add(new ColumnFamilyDescriptor(name, partitionOptions));
        }
        if (found.isEmpty()) {
            found.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, partitionOptions));
        }
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        db = RocksDB.open(options, path, found, handles);
        unnamed = handles.removeFirst();
        for (ColumnFamilyHandle handle : handles) {
            partitions.put(since(new String(handle.getName(), UTF_8)), handle);
        }
    }

    /**
     * Opens the folder, made where it is missing.
     *
     * @throws IOException where it cannot be used: another process has it, or the disk fails
     */
    static MessageStore open(MessageLogSettings settings, String node) throws IOException {
        Path folder = Files.createDirectories(settings.folder());
        try {
            return new MessageStore(settings, node);
        } catch (RocksDBException e) {
            throw new IOException("The message log in " + folder + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** One thread only. */
    void write(List<Message> messages) throws IOException {
        lock.readLock().lock();
        try (WriteBatch batch = new WriteBatch()) {
            for (Message message : messages) {
                long micros = Stored.micros(message.at());
                batch.put(
                        partition(micros),
                        Stored.key(Stored.prefix(message.station()), micros, number++),
                        Stored.value(message, masks.kept(message.text())));
            }
            db.write(writing, batch);
        } catch (RocksDBException e) {
            throw new IOException("The message log cannot be written: " + e.getMessage(), e);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Begins a new partition where it is time, and drops those that are too old or too much. The writing thread only. */
    void tidy(Instant now) throws IOException {
        lock.writeLock().lock();
        try {
            if (isNewestFull(now)) {
                begin(Stored.micros(now));
            }
            while (partitions.size() > 1 && (isOldestExpired(now) || bytes() > maxBytes)) {
                ColumnFamilyHandle oldest = partitions.pollFirstEntry().getValue();
                db.dropColumnFamily(oldest);
                oldest.close();
            }
        } catch (RocksDBException e) {
            throw new IOException("The message log cannot be tidied: " + e.getMessage(), e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    StationMessages find(ListStationMessages query) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The message log is closed");
            }
            Search search = new Search(query, node, masks);
            for (Map.Entry<Long, ColumnFamilyHandle> partition :
                    partitions.descendingMap().entrySet()) {
                if (!search.in(db, partition.getValue())) {
                    break;
                }
            }
            return search.result();
        } finally {
            lock.readLock().unlock();
        }
    }

    int partitions() {
        return partitions.size();
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            partitions.values().forEach(ColumnFamilyHandle::close);
            partitions.clear();
            unnamed.close();
            db.close();
            writing.close();
            partitionOptions.close();
            options.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The one that began last before the message; the first one where the message is older than all. */
    private ColumnFamilyHandle partition(long micros) throws RocksDBException {
        Map.Entry<Long, ColumnFamilyHandle> found = partitions.floorEntry(micros);
        if (found == null) {
            found = partitions.firstEntry();
        }
        return found == null ? begin(micros) : found.getValue();
    }

    private ColumnFamilyHandle begin(long micros) throws RocksDBException {
        ColumnFamilyHandle begun = db.createColumnFamily(
                new ColumnFamilyDescriptor((PARTITION + micros).getBytes(UTF_8), partitionOptions));
        partitions.put(micros, begun);
        return begun;
    }

    private boolean isNewestFull(Instant now) {
        if (partitions.isEmpty()) {
            return false;
        }
        Map.Entry<Long, ColumnFamilyHandle> newest = partitions.lastEntry();
        long age = Stored.micros(now) - newest.getKey();
        return age >= micros(keep) / SHARES_OF_TIME && age > 0
                || age > 0 && bytes(newest.getValue()) > maxBytes / SHARES_OF_SIZE;
    }

    /** Its youngest message is older than the next one's beginning. */
    private boolean isOldestExpired(Instant now) {
        Long next = partitions.higherKey(partitions.firstKey());
        return next != null && next < Stored.micros(now) - micros(keep);
    }

    private long bytes() {
        return partitions.values().stream().mapToLong(this::bytes).sum();
    }

    private long bytes(ColumnFamilyHandle partition) {
        return db.getColumnFamilyMetaData(partition).size();
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static long since(String name) {
        return Long.parseLong(name.substring(PARTITION.length()));
    }
}
