package io.voltledger.node.store;

import java.nio.file.Path;
import org.rocksdb.RocksDBException;

/** A context's store that no node uses, or that of a backup, opened for reading alone: nothing in its directory changes. */
public final class StoredContext implements AutoCloseable {

    /** Sees entries one after another. */
    @FunctionalInterface
    public interface Reader<E extends Exception> {
        void see(byte[] event) throws E;
    }

    private final Database database;

    private StoredContext(Database database) {
        this.database = database;
    }

    /** Throws a {@link StoreException} when there is none or it is damaged. */
    public static StoredContext open(Path directory) {
        return new StoredContext(Database.openForReading(directory));
    }

    /** Token of the newest event, -1 when there is none. */
    public long lastToken() {
        try (var each = database.iterate(Column.EVENTS)) {
            each.seekToLast();
            each.status();
            return each.isValid() ? Keys.number(each.key()) : -1;
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }

    /** Shows all events in the order of their tokens, which have no gap; throws a {@link StoreException} when one is missing or cannot be read. */
    public <E extends Exception> void events(Reader<E> reader) throws E {
        var expected = 0L;
        try (var each = database.scan(Column.EVENTS)) {
            for (each.seekToFirst(); each.isValid(); each.next(), expected++) {
                if (Keys.number(each.key()) != expected) {
                    throw StartCheck.damaged(database.directory(), "event %d is missing".formatted(expected));
                }
                reader.see(each.value());
            }
            each.status();
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }

    /** Shows all snapshots, those of an aggregate together and in the order in which they were stored. */
    public <E extends Exception> void snapshots(Reader<E> reader) throws E {
        each(Column.SNAPSHOTS, reader);
    }

    private <E extends Exception> long each(Column column, Reader<E> reader) throws E {
        var count = 0L;
        try (var each = database.scan(column)) {
            for (each.seekToFirst(); each.isValid(); each.next(), count++) {
                reader.see(each.value());
            }
            each.status();
            return count;
        } catch (RocksDBException e) {
            throw StoreException.read(e);
        }
    }

    /** How many scheduled events wait. */
    public long schedules() {
        return each(Column.SCHEDULES, event -> {});
    }

    /** Whether there is nothing in it: no event, snapshot or schedule. */
    public boolean isEmpty() {
        return lastToken() < 0 && schedules() == 0;
    }

    @Override
    public void close() {
        database.close();
    }
}
