package io.voltledger.node.adhoc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row on its way through the pipeline. */
interface Row {

    /** What tells it from other rows: a later one with the same id takes its place. */
    List<Object> id();

    /** What its place among other rows is told by. */
    List<Object> order();

    /** Null where it has no such column or nothing in it. */
    @Nullable Object value(String column);

    /** @param values by column; absent ones are null */
    record Shaped(List<Object> id, List<Object> order, Map<String, Object> values) implements Row {
        @Override
        public @Nullable Object value(String column) {
            return values.get(column);
        }
    }

    /** Another row's columns under another order. */
    record Ordered(Row row, List<Object> order) implements Row {
        @Override
        public List<Object> id() {
            return row.id();
        }

        @Override
        public @Nullable Object value(String column) {
            return row.value(column);
        }
    }
}
