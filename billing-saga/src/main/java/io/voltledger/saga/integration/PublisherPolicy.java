package io.voltledger.saga.integration;

import io.voltledger.runtime.letter.Attempts;
import io.voltledger.saga.work.Patience;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event that other systems cannot be told of is set aside once patience with it ends; what follows of its aggregate waits behind
 * it, and the others go on. A broker or database that is away is waited for instead.
 */
public class PublisherPolicy implements EnqueuePolicy<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(PublisherPolicy.class);

    private final Patience patience = new Patience();

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        ThrowableCause kept = ThrowableCause.truncated(cause);
        if (letter instanceof JdbcDeadLetter) {
            return Decisions.requeue(kept, Attempts::oneMore);
        }
        RuntimeException failure =
                cause instanceof RuntimeException same ? same : new IllegalStateException(cause.getMessage(), cause);
        // While patience lasts the batch fails, and with it this: what follows of the aggregate is not sent meanwhile.
        if (patience.endsInBatchWith(failure)) {
            LOG.error(
                    "An operator must look at event {}: other systems cannot be told",
                    letter.message().getIdentifier(),
                    cause);
        }
        return Decisions.enqueue(kept, set -> Attempts.of(Patience.TRIES));
    }
}
