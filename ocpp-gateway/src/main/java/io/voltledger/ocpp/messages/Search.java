package io.voltledger.ocpp.messages;

import io.voltledger.api.chargepoint.MessageLogQuery.ListStationMessages;
import io.voltledger.api.chargepoint.MessageLogQuery.StationMessages;
import io.voltledger.api.chargepoint.StationMessage;
import io.voltledger.api.chargepoint.StationMessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksIterator;

/** Walks back through one station's messages, not too far at a time. */
final class Search {

    /** A filter that hardly anything passes makes short pages, not long waits. */
    static final int MOST_EXAMINED = 10_000;

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final ListStationMessages query;
    private final String node;
    private final Masks masks;
    private final byte[] prefix;
    private final long earliest;
    private final long end;
    private final List<StationMessage> found = new ArrayList<>();
    private @Nullable StationMessageId searchedTo;
    private int examined;

    Search(ListStationMessages query, String node, Masks masks) {
        this.query = query;
        this.node = node;
        this.masks = masks;
        this.prefix = Stored.prefix(query.station());
        this.earliest = query.from() == null ? 0 : micros(query.from());
        this.end = query.to() == null ? Long.MAX_VALUE : micros(query.to());
    }

    /** False where it is over: the page is full, or enough was examined. */
    boolean in(RocksDB db, ColumnFamilyHandle partition) {
        try (RocksIterator at = db.newIterator(partition)) {
            for (at.seekForPrev(newest()); at.isValid() && isStation(at.key()); at.prev()) {
                StationMessageId id = StationMessageId.of(Stored.micros(at.key()), Stored.number(at.key()), node);
                if (id.micros() < earliest) {
                    return false;
                }
                if (isWanted(id) && !take(id, at)) {
                    return false;
                }
            }
        }
        return true;
    }

    StationMessages result() {
        return new StationMessages(List.copyOf(found), searchedTo);
    }

    private boolean take(StationMessageId id, RocksIterator at) {
        StationMessage message = Stored.read(query.station(), node, at.key(), at.value());
        examined++;
        if (isWanted(message)) {
            found.add(masked(message));
        }
        if (found.size() >= query.limit() || examined >= MOST_EXAMINED) {
            searchedTo = id;
            return false;
        }
        return true;
    }

    private StationMessage masked(StationMessage m) {
        return new StationMessage(
                m.id(),
                m.station(),
                m.at(),
                m.direction(),
                m.type(),
                m.action(),
                m.uniqueId(),
                m.latency(),
                m.outcome(),
                m.length(),
                masks.shown(m.frame(), query.showIdTags()));
    }

    /** The newest key that can be wanted; the id that the page begins before is left out by {@link #isWanted}. */
    private byte[] newest() {
        StationMessageId before = query.before();
        return Stored.key(prefix, before == null ? end : Math.min(end, before.micros()), -1);
    }

    private boolean isWanted(StationMessageId id) {
        return id.micros() < end && (query.before() == null || id.compareTo(query.before()) < 0);
    }

    /** As far as there can be messages. */
    private static long micros(Instant at) {
        return at.isBefore(Instant.EPOCH) ? 0 : at.isAfter(LAST) ? Long.MAX_VALUE : Stored.micros(at);
    }

    private boolean isWanted(StationMessage message) {
        return (query.direction() == null || query.direction() == message.direction())
                && (query.outcome() == null || query.outcome() == message.outcome())
                && (query.action() == null || isAction(message.action(), query.action()));
    }

    private static boolean isAction(@Nullable String action, String wanted) {
        return action != null && action.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT));
    }

    private boolean isStation(byte[] key) {
        return key.length > prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
