package io.voltledger.node.stream;

import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.voltledger.node.adhoc.EventCondition;
import java.util.function.Predicate;

/** Which events a stream has: the filters of an ad hoc query. */
final class EventFilter {

    private EventFilter() {}

    /** Reads an expression; an empty one lets all events pass. Throws INVALID_QUERY where it is none. */
    static Predicate<EventWithToken> of(String expression) {
        if (expression.isBlank()) {
            return event -> true;
        }
        var condition = EventCondition.of(expression);
        return event -> condition.holds(event.getToken(), event.getEvent());
    }
}
