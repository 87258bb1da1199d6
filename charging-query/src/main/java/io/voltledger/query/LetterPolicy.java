package io.voltledger.query;

import io.voltledger.query.sql.DatabaseTrouble;
import io.voltledger.runtime.letter.Attempts;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** What the event is to blame for becomes a dead letter; what the database is to blame for rolls back and is tried again. */
class LetterPolicy implements EnqueuePolicy<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(LetterPolicy.class);

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (cause instanceof DataAccessException trouble && DatabaseTrouble.passes(trouble)) {
            throw trouble;
        }
        LOG.error(
                "Event {} cannot be projected and waits as a dead letter",
                letter.message().getIdentifier(),
                cause);
        return Decisions.enqueue(ThrowableCause.truncated(cause), Attempts::oneMore);
    }
}
