package io.voltledger.node.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/** A reader's place among all snapshots, aggregate by aggregate. Not thread-safe: one reader at a time. */
public final class SnapshotCursor {

    private final Database database;
    private byte @Nullable [] last;
    private boolean atEnd;

    SnapshotCursor(Database database) {
        this.database = database;
    }

    /** Whether all have been read. */
    public boolean atEnd() {
        return atEnd;
    }

    /** The next snapshots as they were serialised, at most so many. */
    public List<byte[]> next(int most) {
        var snapshots = new ArrayList<byte[]>();
        try (var each = database.scan(Column.SNAPSHOTS)) {
            for (begin(each); each.isValid() && snapshots.size() < most; each.next()) {
                snapshots.add(each.value());
                last = each.key();
            }
            each.status();
            atEnd = !each.isValid();
            return snapshots;
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }

    private void begin(Scan each) {
        if (last == null) {
            each.seekToFirst();
            return;
        }
        each.seek(last);
        if (each.isValid() && java.util.Arrays.equals(each.key(), last)) {
            each.next();
        }
    }
}
