package io.voltledger.node.store;

import org.rocksdb.LiveFileMetaData;
import org.rocksdb.Options;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;

/** Reads every block of every table file and compares its checksum. */
final class TableFiles {

    private final Database database;
    private final Faults faults;
    private final Verification.Progress progress;

    TableFiles(Database database, Faults faults, Verification.Progress progress) {
        this.database = database;
        this.faults = faults;
        this.progress = progress;
    }

    void check() {
        var checked = 0L;
        for (var column : Column.values()) {
            for (var file : database.now().files(column)) {
                check(column, file);
                progress.at("bytes of table files", checked += file.size());
            }
        }
    }

    private void check(Column column, LiveFileMetaData file) {
        var path = file.path() + file.fileName();
        try (var options = new Options();
                var reader = new SstFileReader(options)) {
            reader.open(path);
            reader.verifyChecksum();
        } catch (RocksDBException e) {
            var range =
                    "%s to %s".formatted(Keys.text(column, file.smallestKey()), Keys.text(column, file.largestKey()));
            faults.add("files", "file %s of column %s, %s: %s".formatted(path, column.id(), range, e.getMessage()));
        }
    }
}
