package io.voltledger.node.adhoc;

import java.util.List;

/** One stage of a query's pipeline. */
sealed interface Step {

    /** Lets through the rows for which it is true. */
    record Filter(Expression condition) implements Step {}

    /** Makes other columns of each row. */
    record Select(List<Expression> columns) implements Step {}

    /** One row for each combination of the keys; without keys a single one. The aggregates are calls of {@link Aggregate}s. */
    record Group(List<Expression> keys, List<Expression> aggregates) implements Step {}

    /** Orders what has been found so far; smallest first unless descending. */
    record Sort(List<Expression> by, boolean descending) implements Step {}

    /** Only so many rows. */
    record Limit(long rows) implements Step {}
}
