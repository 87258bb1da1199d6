package io.voltledger.query.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A {@link Change} of one row with its parameters. */
public final class RowChange {

    private static final Object MISSING = new Object();

    private final Changes changes;
    private final Object row;
    private final Change change;
    private final @Nullable Object[] values;

    RowChange(Changes changes, Object row, Change change) {
        this.changes = changes;
        this.row = row;
        this.change = change;
        values = new @Nullable Object[change.parameters().size()];
        Arrays.fill(values, MISSING);
    }

    public RowChange param(String name, @Nullable Object value) {
        boolean known = false;
        for (int place = 0; place < values.length; place++) {
            if (change.parameters().get(place).equals(name)) {
                values[place] = value;
                known = true;
            }
        }
        if (!known) {
            throw new IllegalArgumentException("No parameter " + name + " in: " + change.sql());
        }
        return this;
    }

    /** Makes the change, at the latest with the transaction of the unit of work that runs. */
    public void apply() {
        for (int place = 0; place < values.length; place++) {
            if (values[place] == MISSING) {
                throw new IllegalStateException(
                        "Parameter " + change.parameters().get(place) + " is missing for: " + change.sql());
            }
        }
        changes.apply(this);
    }

    Object row() {
        return row;
    }

    Change change() {
        return change;
    }

    @Nullable Object[] values() {
        return values;
    }
}
