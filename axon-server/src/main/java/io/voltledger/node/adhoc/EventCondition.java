package io.voltledger.node.adhoc;

import io.axoniq.axonserver.grpc.event.Event;
import io.voltledger.node.wire.ErrorCode;
import java.util.List;

/** The filters of a query by themselves: true or false for an event, whatever came before it. */
public final class EventCondition {

    private final List<Expression> conditions;

    private EventCondition(List<Expression> conditions) {
        this.conditions = conditions;
    }

    /** Throws INVALID_QUERY for what is no query, or does more than filter. */
    public static EventCondition of(String text) {
        try {
            var query = PipelineParser.parse(text);
            if (query.window().isPresent() || !query.steps().stream().allMatch(step -> step instanceof Step.Filter)) {
                throw new QueryFault("Only filters can stand here");
            }
            return new EventCondition(query.steps().stream()
                    .map(step -> ((Step.Filter) step).condition())
                    .toList());
        } catch (QueryFault fault) {
            throw ErrorCode.INVALID_QUERY.failure(String.valueOf(fault.getMessage()));
        }
    }

    /** What cannot be computed for an event, such as the sum of a text, does not hold. */
    public boolean holds(long token, Event event) {
        var row = new EventRow(List.of(token), token, event);
        try {
            return conditions.stream().allMatch(condition -> Expressions.isTrue(condition, row));
        } catch (QueryFault notForThisEvent) {
            return false;
        }
    }
}
