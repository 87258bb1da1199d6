package io.voltledger.node.store;

import java.util.ArrayList;
import java.util.List;
import org.rocksdb.RocksDBException;

/** Reads of single aggregates: their highest sequence and their snapshots. */
final class Aggregates {

    private Aggregates() {}

    static long highestSequence(Database database, String aggregate) {
        var bound = Keys.of(aggregate, Long.MAX_VALUE);
        try (var each = database.iterate(Column.AGGREGATES)) {
            each.seekForPrev(bound);
            each.status();
            return each.isValid() && Keys.sameIdentifier(bound, each.key()) ? Keys.tail(each.key()) : -1;
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }

    /** Snapshots with a sequence in the range, the last stored first. */
    static List<EventRecord> snapshots(Database database, String aggregate, long from, long to, int limit) {
        var bound = Keys.of(aggregate, Long.MAX_VALUE);
        var found = new ArrayList<EventRecord>();
        try (var each = database.iterate(Column.SNAPSHOTS)) {
            for (each.seekForPrev(bound); each.isValid() && found.size() < limit; each.prev()) {
                if (!Keys.sameIdentifier(bound, each.key())) {
                    break;
                }
                var snapshot = EventRecord.parse(each.value());
                if (snapshot.sequence() >= from && snapshot.sequence() <= to) {
                    found.add(snapshot);
                }
            }
            each.status();
            return found;
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }
}
