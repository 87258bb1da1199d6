package io.voltledger.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Whether an opened store has what it must have: events without a gap, and everything up to the mark. */
final class Inventory {

    private Inventory() {}

    /** To be called right after opening, while entries can be counted; throws a {@link StoreException} where some are missing. */
    static void check(Database database, long lastToken) {
        var events = database.entries(Column.EVENTS);
        if (events < lastToken + 1) {
            throw StartCheck.damaged(
                    database.directory(),
                    "the last event is %d and column %s has %d events: some before it are missing"
                            .formatted(lastToken, Column.EVENTS.id(), events));
        }
        try {
            Watermark.read(database.directory()).ifPresent(mark -> check(database, lastToken, mark));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Database database, long lastToken, Watermark mark) {
        if (lastToken < mark.token()) {
            throw StartCheck.damaged(
                    database.directory(),
                    "events %d to %d were stored and are missing".formatted(lastToken + 1, mark.token()));
        }
        if (database.sequence() < mark.sequence()) {
            throw StartCheck.damaged(
                    database.directory(),
                    "writes %d to %d were stored and are missing".formatted(database.sequence() + 1, mark.sequence()));
        }
    }
}
