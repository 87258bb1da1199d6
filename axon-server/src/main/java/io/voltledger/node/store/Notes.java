package io.voltledger.node.store;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/**
 * What the parts of the node keep about a context beside its events: small values under names such as {@code balancing/bills}. They live in the
 * context's database, are written with the same guarantees as events, and go with the context.
 */
public final class Notes {

    private static final String PREFIX = "note:";

    private final Database database;
    private final GroupCommit writer;

    Notes(Database database, GroupCommit writer) {
        this.database = database;
        this.writer = writer;
    }

    /** Writes values and, where a value is null, removes; all or nothing. The answer comes when it is durable. */
    public CompletableFuture<Boolean> write(Map<String, byte @Nullable []> changes) {
        return writer.submit(new Change(new TreeMap<>(changes)));
    }

    public CompletableFuture<Boolean> put(String name, byte[] value) {
        return write(Map.of(name, value));
    }

    public CompletableFuture<Boolean> remove(Collection<String> names) {
        var changes = new TreeMap<String, byte @Nullable []>();
        names.forEach(name -> changes.put(name, null));
        return writer.submit(new Change(changes));
    }

    /** All values whose names begin so, in the order of their names. */
    public Map<String, byte[]> all(String prefix) {
        var found = new TreeMap<String, byte[]>();
        var start = PREFIX + prefix;
        try (var each = database.iterateDefault()) {
            for (each.seek(Keys.text(start)); each.isValid(); each.next()) {
                var key = new String(each.key(), StandardCharsets.UTF_8);
                if (!key.startsWith(start)) {
                    break;
                }
                found.put(key.substring(PREFIX.length()), each.value());
            }
            each.status();
            return found;
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }

    private static final class Change extends Write<Boolean> {
        private final Map<String, byte @Nullable []> changes;

        Change(Map<String, byte @Nullable []> changes) {
            this.changes = changes;
        }

        @Override
        Boolean stage(Staging staging) throws RocksDBException {
            for (var change : changes.entrySet()) {
                var key = Keys.text(PREFIX + change.getKey());
                var value = change.getValue();
                if (value == null) {
                    staging.batch().delete(key);
                } else {
                    staging.batch().put(key, value);
                }
            }
            return true;
        }

        @Override
        int weight() {
            return changes.size() * 64;
        }
    }
}
