package io.voltledger.node.store;

import java.util.ArrayList;
import java.util.List;
import org.rocksdb.RocksDBException;

/** A reader's place in the global log. Not thread-safe: one reader at a time. */
public final class LogCursor {

    private final Database database;
    private final RecentEvents recent;
    private final EventStore store;
    private long position;

    LogCursor(Database database, RecentEvents recent, EventStore store, long position) {
        this.database = database;
        this.recent = recent;
        this.store = store;
        this.position = Math.max(0, position);
    }

    /** Whether everything that is stored has been read. */
    public boolean atHead() {
        return position > store.lastToken();
    }

    /** The next events in order, at most so many; empty at the head of the log. */
    public List<StoredEvent> next(int most) {
        var last = Math.min(store.lastToken(), position + most - 1);
        var events = new ArrayList<StoredEvent>((int) Math.max(0, last - position + 1));
        takeRecent(last, events);
        if (position <= last) {
            takeStored(last, events);
        }
        return events;
    }

    private void takeRecent(long last, List<StoredEvent> events) {
        while (position <= last && recent.find(position) instanceof StoredEvent event) {
            events.add(event);
            position++;
        }
    }

    private void takeStored(long last, List<StoredEvent> events) {
        try (var each = database.scan(Column.EVENTS)) {
            each.seek(Keys.number(position));
            while (position <= last && each.isValid()) {
                events.add(new StoredEvent(expect(Keys.number(each.key())), each.value()));
                position++;
                each.next();
            }
            each.status();
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
        if (position <= last) {
            expect(-1);
        }
    }

    private long expect(long token) {
        if (token != position) {
            var text = "Event %d is missing from the log".formatted(position);
            throw new StoreException(StoreException.Reason.READ, text, null);
        }
        return token;
    }
}
