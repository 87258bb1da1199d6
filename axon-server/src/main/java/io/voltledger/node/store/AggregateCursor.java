package io.voltledger.node.store;

import java.util.ArrayList;
import java.util.List;
import org.rocksdb.RocksDBException;

/** A reader's place in one aggregate's history. Not thread-safe: one reader at a time. */
public final class AggregateCursor {

    private final Database database;
    private final RecentEvents recent;
    private final String aggregate;
    private final long end;
    private long position;
    private boolean finished;

    AggregateCursor(Database database, RecentEvents recent, String aggregate, long position, long end) {
        this.database = database;
        this.recent = recent;
        this.aggregate = aggregate;
        this.position = Math.max(0, position);
        this.end = end;
    }

    /** Whether the history, as far as it was asked for, has been read. */
    public boolean finished() {
        return finished;
    }

    /** The next events as they were serialised, at most so many. */
    public List<byte[]> next(int most) {
        var tokens = tokens(most);
        var events = new ArrayList<byte[]>(tokens.size());
        for (var token : tokens) {
            events.add(event(token));
        }
        return events;
    }

    private List<byte[]> tokens(int most) {
        var key = Keys.of(aggregate, position);
        var tokens = new ArrayList<byte[]>();
        try (var each = database.iterate(Column.AGGREGATES)) {
            for (each.seek(key); tokens.size() < most; each.next()) {
                if (!each.isValid() || position >= end || !isNext(key, each.key())) {
                    finished = true;
                    break;
                }
                tokens.add(each.value());
                position++;
            }
            each.status();
            return tokens;
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }

    private boolean isNext(byte[] first, byte[] found) {
        return Keys.sameIdentifier(first, found) && Keys.tail(found) == position;
    }

    private byte[] event(byte[] token) {
        var warm = recent.find(Keys.number(token));
        if (warm != null) {
            return warm.bytes();
        }
        var stored = database.get(Column.EVENTS, token);
        if (stored == null) {
            var text = "Event %d of aggregate %s is missing from the log".formatted(Keys.number(token), aggregate);
            throw new StoreException(StoreException.Reason.READ, text, null);
        }
        return stored;
    }
}
