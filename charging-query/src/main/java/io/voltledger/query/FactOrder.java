package io.voltledger.query;

import io.voltledger.api.notification.NotificationEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;

/** Facts of one aggregate are projected in their order, and so are those of one notification, which no aggregate records. */
class FactOrder implements SequencingPolicy<EventMessage<?>> {

    private final SequentialPerAggregatePolicy perAggregate = SequentialPerAggregatePolicy.instance();

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        if (NotificationEvent.class.isAssignableFrom(event.getPayloadType())) {
            return ((NotificationEvent) event.getPayload()).notification();
        }
        Object aggregate = perAggregate.getSequenceIdentifierFor(event);
        return aggregate == null ? event.getIdentifier() : aggregate;
    }
}
