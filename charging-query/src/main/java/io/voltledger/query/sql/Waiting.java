package io.voltledger.query.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The changes that a unit of work gathers: each statement's in as few runs as the order of every row's changes allows.
 */
final class Waiting {

    private final List<Run> runs = new ArrayList<>();
    private final Map<Row, Integer> lastRunOf = new HashMap<>();

    void add(RowChange change) {
        Row row = new Row(change.change().table(), change.row());
        int place = lastRunOf.getOrDefault(row, 0);
        while (place < runs.size() && runs.get(place).change != change.change()) {
            place++;
        }
        if (place == runs.size()) {
            runs.add(new Run(change.change()));
        }
        runs.get(place).add(change);
        lastRunOf.put(row, place);
    }

    /** Hands over each run in turn, and holds nothing any more. */
    void drain(Consumer<List<RowChange>> run) {
        List<Run> drained = List.copyOf(runs);
        runs.clear();
        lastRunOf.clear();
        drained.forEach(one -> run.accept(one.changes()));
    }

    private record Row(String table, Object id) {}

    /** Changes by one statement, executed together. */
    private static final class Run {

        private final Change change;
        private final Map<Object, RowChange> latest = new LinkedHashMap<>();
        private final List<RowChange> each = new ArrayList<>();

        Run(Change change) {
            this.change = change;
        }

        void add(RowChange added) {
            if (change.isLatest()) {
                latest.put(added.row(), added);
            } else {
                each.add(added);
            }
        }

        List<RowChange> changes() {
            return change.isLatest() ? List.copyOf(latest.values()) : each;
        }
    }
}
