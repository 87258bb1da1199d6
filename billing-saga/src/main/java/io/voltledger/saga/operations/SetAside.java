package io.voltledger.saga.operations;

import io.voltledger.api.operations.DeadLetterEvent.DeadLetterRedriven;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.saga.billing.Incidents;
import io.voltledger.saga.work.Patience;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.springframework.stereotype.Component;

/**
 * Facts that a processing group fails on again and again: each waits for an operator instead of keeping those behind it
 * waiting, in the transaction of the group's token. A group takes its own up again when it hears that they were redriven.
 */
@Component
public class SetAside {

    private final Incidents incidents;

    public SetAside(Incidents incidents) {
        this.incidents = incidents;
    }

    /** What the group does with failures: has the batch handled again while its patience lasts. */
    public ListenerInvocationErrorHandler of(String group) {
        Patience patience = new Patience();
        return (failure, message, handler) -> {
            if (patience.endsInBatchWith(failure)) {
                parts(failure, group, message)
                        .forEach(
                                part -> incidents.setAside(group, part.fact(), subject(message) + ": " + part.cause()));
            }
        };
    }

    /** What an operator wants the group to handle once more; empty where the letter is not the group's. */
    public Optional<Object> again(String group, DeadLetterRedriven event) {
        return event.letter().source() == DeadLetterSource.PROCESS
                        && event.kind().equals(group)
                ? incidents.message(event.letter().key())
                : Optional.empty();
    }

    private List<Unfinished.Part> parts(Exception failure, String group, EventMessage<?> message) {
        return failure instanceof Unfinished unfinished
                ? unfinished.left()
                : List.of(new Unfinished.Part(fact(group, message), failure));
    }

    /** What fails when it is redriven is the fact as before, not the operator's word. */
    private Object fact(String group, EventMessage<?> message) {
        return message.getPayload() instanceof DeadLetterRedriven redriven
                ? again(group, redriven).orElse(redriven)
                : message.getPayload();
    }

    private static String subject(EventMessage<?> message) {
        String name = message.getPayloadType().getSimpleName();
        return message instanceof DomainEventMessage<?> fact ? name + " of " + fact.getAggregateIdentifier() : name;
    }
}
