package io.voltledger.node.adhoc;

import io.voltledger.node.store.EventStore;
import io.voltledger.node.store.LogCursor;
import io.voltledger.node.store.SnapshotCursor;
import java.util.List;

/** What a query reads, a piece at a time. */
interface Source {

    /** The next rows; none when there is nothing more for now. */
    List<Row> next(int most);

    boolean atEnd();

    /** Whether more may come. */
    boolean grows();

    static Source events(EventStore store, Range range) {
        return new Events(store.readLog(range.first()), range.last());
    }

    static Source snapshots(EventStore store) {
        return new Snapshots(store.readSnapshots());
    }

    /** Events of the log up to a token. */
    final class Events implements Source {
        private final LogCursor cursor;
        private final long last;
        private boolean past;

        private Events(LogCursor cursor, long last) {
            this.cursor = cursor;
            this.last = last;
        }

        @Override
        public List<Row> next(int most) {
            var rows = new java.util.ArrayList<Row>();
            for (var event : cursor.next(most)) {
                past |= event.token() >= last;
                if (event.token() <= last) {
                    rows.add(EventRow.event(event.token(), event.bytes()));
                }
            }
            return rows;
        }

        @Override
        public boolean atEnd() {
            return past || cursor.atHead();
        }

        @Override
        public boolean grows() {
            return !past;
        }
    }

    /** All snapshots that are stored now. */
    final class Snapshots implements Source {
        private final SnapshotCursor cursor;

        private Snapshots(SnapshotCursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public List<Row> next(int most) {
            return cursor.next(most).stream().<Row>map(EventRow::snapshot).toList();
        }

        @Override
        public boolean atEnd() {
            return cursor.atEnd();
        }

        @Override
        public boolean grows() {
            return false;
        }
    }
}
