package io.voltledger.saga.operations;

import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.DeadLetterView;
import io.voltledger.api.operations.OperationsQuery.ListDeadLetters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A place of this module where dead letters wait. */
interface LetterKeeper {

    /** @param redrivable whether there is something that can be repeated */
    record Letter(DeadLetterView view, boolean redrivable) {}

    /** Newest first. */
    List<DeadLetterView> list(ListDeadLetters query);

    /** Empty where it is kept elsewhere or not open. */
    Optional<Letter> find(DeadLetterId id);

    /**
     * Within a transaction: it is no longer open, or will be tried once the transaction has committed.
     *
     * @return whether it was still open
     */
    boolean close(DeadLetterId id, boolean again, Instant now);
}
