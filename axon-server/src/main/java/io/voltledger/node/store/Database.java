package io.voltledger.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** RocksDB as this store uses it: five column families, checksums on, a torn tail of the write-ahead log cut at start. */
final class Database implements AutoCloseable {

    private static final long MEGABYTE = 1L << 20;
    private static final int BLOCK_SIZE = 16 * 1024;

    private final List<AutoCloseable> owned = new ArrayList<>();
    private final Map<Column, ColumnFamilyHandle> columns = new EnumMap<>(Column.class);
    private final RocksDB rocks;
    private final WriteOptions write;
    private final ReadOptions scan;

    private Database(Path directory, boolean sync) throws RocksDBException {
        RocksDB.loadLibrary();
        var cache = own(new LRUCache(96 * MEGABYTE));
        var options = own(new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setParanoidChecks(true)
                .setMaxTotalWalSize(256 * MEGABYTE)
                .setMaxBackgroundJobs(2)
                .setBytesPerSync(MEGABYTE)
                .setKeepLogFileNum(3)
                .setMaxLogFileSize(8 * MEGABYTE)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL));
        var descriptors = new ArrayList<ColumnFamilyDescriptor>();
        descriptors.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, options(cache, 1)));
        for (var column : Column.values()) {
            descriptors.add(
                    new ColumnFamilyDescriptor(Keys.text(column.id()), options(cache, bufferMegabytes(column))));
        }
        var handles = new ArrayList<ColumnFamilyHandle>();
        rocks = RocksDB.open(options, directory.toString(), descriptors, handles);
        for (var column : Column.values()) {
            columns.put(column, handles.get(column.ordinal() + 1));
        }
        write = own(new WriteOptions().setSync(sync));
        scan = own(new ReadOptions().setReadaheadSize(MEGABYTE));
    }

    static Database open(Path directory, boolean sync) {
        try {
            Files.createDirectories(directory);
            return new Database(directory, sync);
        } catch (RocksDBException e) {
            var text = "The store in %s cannot be opened: %s".formatted(directory, e.getMessage());
            throw new StoreException(StoreException.Reason.READ, text, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + directory + " cannot be made", e);
        }
    }

    private static int bufferMegabytes(Column column) {
        return column == Column.EVENTS ? 64 : column == Column.AGGREGATES ? 32 : 4;
    }

    private ColumnFamilyOptions options(Cache cache, int bufferMegabytes) {
        var table = new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setBlockSize(BLOCK_SIZE)
                .setFilterPolicy(own(new BloomFilter(10)))
                .setCacheIndexAndFilterBlocks(true)
                .setPinL0FilterAndIndexBlocksInCache(true);
        return own(new ColumnFamilyOptions()
                .setTableFormatConfig(table)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setWriteBufferSize(bufferMegabytes * MEGABYTE));
    }

    private <T extends AutoCloseable> T own(T resource) {
        owned.add(resource);
        return resource;
    }

    ColumnFamilyHandle column(Column column) {
        var handle = columns.get(column);
        if (handle == null) {
            throw new IllegalStateException("No column family " + column.id());
        }
        return handle;
    }

    byte @Nullable [] get(Column column, byte[] key) {
        try {
            return rocks.get(column(column), key);
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }

    byte @Nullable [] getDefault(byte[] key) {
        try {
            return rocks.get(key);
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }

    RocksIterator iterateDefault() {
        return rocks.newIterator();
    }

    RocksIterator iterate(Column column) {
        return rocks.newIterator(column(column));
    }

    /** An iterator for long scans, which reads ahead. */
    RocksIterator scan(Column column) {
        return rocks.newIterator(column(column), scan);
    }

    void write(WriteBatch batch) throws RocksDBException {
        rocks.write(write, batch);
    }

    void sync() throws RocksDBException {
        rocks.flushWal(true);
    }

    @Override
    public void close() {
        try {
            rocks.flushWal(true);
        } catch (RocksDBException e) {
            throw StoreException.write(e);
        } finally {
            columns.values().forEach(ColumnFamilyHandle::close);
            rocks.close();
            owned.reversed().forEach(Database::closeQuietly);
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException("A native resource did not close", e);
        }
    }
}
