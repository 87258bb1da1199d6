package io.voltledger.node.store;

import java.util.ArrayList;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksObject;
import org.rocksdb.WALRecoveryMode;

/** How this store sets RocksDB up. Checksums are on; a write-ahead log that is not whole is no log: torn ends are cut before it is opened. */
final class DatabaseOptions {

    private static final long MEGABYTE = 1L << 20;
    private static final int BLOCK_SIZE = 16 * 1024;
    private static final int PART_SIZE = 8 * 1024;
    private static final long CACHE = 96 * MEGABYTE;
    /** Two to the power of it: none so small that a file's filter of the first format, two megabytes, would not fit. */
    private static final int CACHE_SHARD_BITS = 2;

    private static final double CACHE_FOR_PARTS = 0.5;
    /** The length before an identifier, and a UUID as text. */
    private static final int FILTERED_PREFIX = Integer.BYTES + 36;

    private final List<RocksObject> owned = new ArrayList<>();
    private final DBOptions database;
    private final List<ColumnFamilyDescriptor> columnFamilies = new ArrayList<>();

    DatabaseOptions() {
        RocksDB.loadLibrary();
        var cache = own(new LRUCache(CACHE, CACHE_SHARD_BITS, false, CACHE_FOR_PARTS));
        database = own(new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setWalRecoveryMode(WALRecoveryMode.AbsoluteConsistency)
                .setParanoidChecks(true)
                .setMaxTotalWalSize(256 * MEGABYTE)
                .setMaxBackgroundJobs(2)
                .setBytesPerSync(MEGABYTE)
                .setKeepLogFileNum(3)
                .setMaxLogFileSize(8 * MEGABYTE)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL));
        columnFamilies.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, column(cache, 1)));
        for (var column : Column.values()) {
            var options = column(cache, bufferMegabytes(column));
            if (column == Column.AGGREGATES) {
                filtered(options);
            }
            columnFamilies.add(new ColumnFamilyDescriptor(Keys.text(column.id()), options));
        }
    }

    private static int bufferMegabytes(Column column) {
        return column == Column.EVENTS ? 64 : column == Column.AGGREGATES ? 32 : 4;
    }

    /**
     * Indexes and filters are cut into parts. Whole ones, of a megabyte or two for each file, crowd each other out of the cache, and are then read and
     * checked whole for each look-up.
     */
    private ColumnFamilyOptions column(Cache cache, int bufferMegabytes) {
        var table = new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setBlockSize(BLOCK_SIZE)
                .setIndexType(IndexType.kTwoLevelIndexSearch)
                .setPartitionFilters(true)
                .setMetadataBlockSize(PART_SIZE)
                .setCacheIndexAndFilterBlocks(true)
                .setCacheIndexAndFilterBlocksWithHighPriority(true)
                .setPinTopLevelIndexAndFilter(true)
                .setPinL0FilterAndIndexBlocksInCache(true);
        return own(new ColumnFamilyOptions()
                .setTableFormatConfig(table)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setWriteBufferSize(bufferMegabytes * MEGABYTE));
    }

    /**
     * Only the index of aggregates is asked for what is not there: the first event of each. Its filter holds aggregates, not events, so that it is a
     * hundredth of the size and stays in memory. Where an identifier is shorter than the prefix its events have entries of their own; where it is
     * longer, a few that begin alike share one.
     */
    private ColumnFamilyOptions filtered(ColumnFamilyOptions options) {
        var table = ((BlockBasedTableConfig) options.tableFormatConfig())
                .setFilterPolicy(own(new BloomFilter(10)))
                .setWholeKeyFiltering(false);
        return options.setTableFormatConfig(table).useCappedPrefixExtractor(FILTERED_PREFIX);
    }

    private <T extends RocksObject> T own(T resource) {
        owned.add(resource);
        return resource;
    }

    DBOptions database() {
        return database;
    }

    List<ColumnFamilyDescriptor> columnFamilies() {
        return columnFamilies;
    }

    /** Everything native that was made here; to be closed in the opposite order. */
    List<RocksObject> owned() {
        return owned;
    }
}
