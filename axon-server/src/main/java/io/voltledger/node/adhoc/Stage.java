package io.voltledger.node.adhoc;

import io.voltledger.node.adhoc.Step.Filter;
import io.voltledger.node.adhoc.Step.Group;
import io.voltledger.node.adhoc.Step.Limit;
import io.voltledger.node.adhoc.Step.Select;
import io.voltledger.node.adhoc.Step.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a step does with rows as they come; it hands on to the next. Stages are used by one thread at a time. */
abstract class Stage {

    /** Groups or rows that a query may hold in memory. */
    static final int MOST_HELD = 100_000;

    private final @Nullable Stage next;

    private Stage(@Nullable Stage next) {
        this.next = next;
    }

    /** What takes the rows that come out. */
    interface Sink {
        void row(Row row);
    }

    static Stage of(List<Step> steps, Sink sink) {
        Stage first = new Last(sink);
        for (var step : steps.reversed()) {
            first = switch (step) {
                case Filter filter -> new Filtering(filter, first);
                case Select select -> new Selecting(select, first);
                case Group group -> new Grouping(group, first);
                case Sort sort -> new Sorting(sort, first);
                case Limit limit -> new Limiting(limit, first);
            };
        }
        return first;
    }

    abstract void row(Row row);

    /** All of the past has been seen; what comes now is new. */
    void caughtUp() {
        if (next != null) {
            next.caughtUp();
        }
    }

    /** Whether no further row could change anything. */
    boolean isFull() {
        return next != null && next.isFull();
    }

    final void handOn(Row row) {
        if (next != null) {
            next.row(row);
        }
    }

    private static void require(int held) {
        if (held > MOST_HELD) {
            throw new QueryFault("The query would hold more than " + MOST_HELD + " rows in memory: filter before");
        }
    }

    /** Nulls first, so that every list of values has its place. */
    private static int compare(List<Object> left, List<Object> right) {
        for (var i = 0; i < Math.min(left.size(), right.size()); i++) {
            var order = Comparator.nullsFirst(Values::compare).compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @SuppressWarnings("NullAway") // what a row has nothing in is null
    private static List<Object> values(List<Expression> expressions, Row row) {
        var values = new ArrayList<Object>(expressions.size());
        expressions.forEach(expression -> values.add(Expressions.value(expression, row)));
        return values;
    }

    private static final class Last extends Stage {
        private final Sink sink;

        Last(Sink sink) {
            super(null);
            this.sink = sink;
        }

        @Override
        void row(Row row) {
            sink.row(row);
        }
    }

    private static final class Filtering extends Stage {
        private final Expression condition;

        Filtering(Filter filter, Stage next) {
            super(next);
            condition = filter.condition();
        }

        @Override
        void row(Row row) {
            if (Expressions.isTrue(condition, row)) {
                handOn(row);
            }
        }
    }

    private static final class Selecting extends Stage {
        private final List<Expression> columns;

        Selecting(Select select, Stage next) {
            super(next);
            columns = select.columns();
        }

        @Override
        void row(Row row) {
            handOn(new Row.Shaped(row.id(), row.order(), shaped(columns, values(columns, row))));
        }
    }

    private static Map<String, Object> shaped(List<Expression> columns, List<Object> values) {
        var shaped = new LinkedHashMap<String, Object>();
        for (var i = 0; i < columns.size(); i++) {
            shaped.put(columns.get(i).name(), values.get(i));
        }
        return shaped;
    }

    /** Tells of its groups when the past has been seen, and from then on of each group that changes. */
    private static final class Grouping extends Stage {
        private final Group group;
        private final Map<List<Object>, List<Aggregate>> groups = new LinkedHashMap<>();
        private boolean live;

        Grouping(Group group, Stage next) {
            super(next);
            this.group = group;
            if (group.keys().isEmpty()) {
                groups.put(List.of(), fresh());
            }
        }

        private List<Aggregate> fresh() {
            return group.aggregates().stream().map(Aggregate::of).toList();
        }

        @Override
        void row(Row row) {
            var key = values(group.keys(), row);
            var aggregates = groups.computeIfAbsent(key, absent -> fresh());
            require(groups.size());
            aggregates.forEach(aggregate -> aggregate.add(row));
            if (live) {
                handOn(row(key, aggregates));
            }
        }

        @SuppressWarnings("NullAway") // an aggregate of nothing is null
        private Row row(List<Object> key, List<Aggregate> aggregates) {
            var values = shaped(group.keys(), key);
            for (var i = 0; i < aggregates.size(); i++) {
                values.put(group.aggregates().get(i).name(), aggregates.get(i).value());
            }
            return new Row.Shaped(key, key, values);
        }

        @Override
        void caughtUp() {
            live = true;
            groups.forEach((key, aggregates) -> handOn(row(key, aggregates)));
            super.caughtUp();
        }

        @Override
        boolean isFull() {
            return false;
        }
    }

    /** Orders the past; what is new comes as it comes, with the values that its place is told by. */
    private static final class Sorting extends Stage {
        private final Sort sort;
        private final List<Row> held = new ArrayList<>();
        private boolean live;

        Sorting(Sort sort, Stage next) {
            super(next);
            this.sort = sort;
        }

        @Override
        void row(Row row) {
            var placed = new Row.Ordered(row, values(sort.by(), row));
            if (live) {
                handOn(placed);
            } else {
                held.add(placed);
                require(held.size());
            }
        }

        @Override
        void caughtUp() {
            Comparator<Row> order = (left, right) -> compare(left.order(), right.order());
            held.sort(sort.descending() ? order.reversed() : order);
            held.forEach(this::handOn);
            held.clear();
            live = true;
            super.caughtUp();
        }

        @Override
        boolean isFull() {
            return false;
        }
    }

    /** Counts different rows: one that takes the place of another is no further one. */
    private static final class Limiting extends Stage {
        private final long most;
        private final Set<List<Object>> passed = new java.util.HashSet<>();

        Limiting(Limit limit, Stage next) {
            super(next);
            most = limit.rows();
        }

        @Override
        void row(Row row) {
            if (passed.contains(row.id()) || passed.size() < most && passed.add(row.id())) {
                require(passed.size());
                handOn(row);
            }
        }

        @Override
        boolean isFull() {
            return passed.size() >= most;
        }
    }
}
