package io.voltledger.node.adhoc;

import io.voltledger.node.adhoc.Step.Group;
import io.voltledger.node.adhoc.Step.Select;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query that was understood.
 *
 * @param steps in the order of the pipeline
 * @param window how far it looks back from the moment it is asked; empty for all
 */
record Query(List<Step> steps, Optional<Duration> window) {

    /** Columns of the rows that come out at the end. */
    List<String> columns() {
        var columns = EventRow.COLUMNS;
        for (var step : steps) {
            columns = switch (step) {
                case Select select -> names(select.columns().stream());
                case Group group -> names(Stream.concat(group.keys().stream(), group.aggregates().stream()));
                case Step.Filter filter -> columns;
                case Step.Sort sort -> columns;
                case Step.Limit limit -> columns;
            };
        }
        return columns;
    }

    private static List<String> names(Stream<Expression> expressions) {
        return expressions.map(Expression::name).distinct().toList();
    }
}
