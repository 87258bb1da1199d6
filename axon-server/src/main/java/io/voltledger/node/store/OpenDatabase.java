package io.voltledger.node.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.LiveFileMetaData;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.RocksObject;

/** One opening of a RocksDB database: the native objects that are made together and go together. */
final class OpenDatabase implements AutoCloseable {

    private static final long MEGABYTE = 1L << 20;

    private final List<RocksObject> owned;
    private final Map<Column, ColumnFamilyHandle> columns = new EnumMap<>(Column.class);
    private final RocksDB rocks;
    private final ReadOptions seek;
    private final ReadOptions scan;

    private OpenDatabase(List<RocksObject> owned, List<ColumnFamilyHandle> handles, RocksDB rocks) {
        this.owned = owned;
        this.rocks = rocks;
        for (var column : Column.values()) {
            columns.put(column, handles.get(column.ordinal() + 1));
        }
        seek = new ReadOptions().setTotalOrderSeek(true);
        scan = new ReadOptions().setTotalOrderSeek(true).setReadaheadSize(MEGABYTE);
        owned.addAll(List.of(seek, scan));
    }

    static OpenDatabase forWriting(Path directory) throws RocksDBException {
        var options = new DatabaseOptions();
        return open(
                options,
                (database, handles) -> RocksDB.open(database, directory.toString(), options.columnFamilies(), handles));
    }

    /** Opens what is there without changing a file; of a torn write-ahead log the part that is whole. */
    static OpenDatabase forReading(Path directory) throws RocksDBException {
        var options = new DatabaseOptions();
        return open(
                options,
                (database, handles) -> RocksDB.openReadOnly(
                        database.setWalRecoveryMode(org.rocksdb.WALRecoveryMode.TolerateCorruptedTailRecords),
                        directory.toString(),
                        options.columnFamilies(),
                        handles));
    }

    private interface Opening {
        RocksDB open(DBOptions options, List<ColumnFamilyHandle> handles) throws RocksDBException;
    }

    private static OpenDatabase open(DatabaseOptions options, Opening opening) throws RocksDBException {
        var handles = new ArrayList<ColumnFamilyHandle>();
        try {
            return new OpenDatabase(options.owned(), handles, opening.open(options.database(), handles));
        } catch (RocksDBException e) {
            options.owned().reversed().forEach(RocksObject::close);
            throw e;
        }
    }

    RocksDB rocks() {
        return rocks;
    }

    ColumnFamilyHandle column(Column column) {
        var handle = columns.get(column);
        if (handle == null) {
            throw new IllegalStateException("No column family " + column.id());
        }
        return handle;
    }

    RocksIterator iterate(Column column) {
        return rocks.newIterator(column(column), seek);
    }

    /** An iterator for long scans, which reads ahead. */
    RocksIterator scan(Column column) {
        return rocks.newIterator(column(column), scan);
    }

    /** The table files of a column. */
    List<LiveFileMetaData> files(Column column) {
        return rocks.getLiveFilesMetaData().stream()
                .filter(file -> java.util.Arrays.equals(file.columnFamilyName(), Keys.text(column.id())))
                .toList();
    }

    @Override
    public void close() {
        columns.values().forEach(ColumnFamilyHandle::close);
        rocks.close();
        owned.reversed().forEach(RocksObject::close);
    }
}
