package io.voltledger.api.operations;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a dead letter that the processes keep; {@code not-found} where it is no longer open. */
public sealed interface DeadLetterCommand {

    DeadLetterId letter();

    /** Tries it again; refused with {@code not-redrivable} where nothing can be repeated. */
    record RedriveDeadLetter(@TargetAggregateIdentifier DeadLetterId letter) implements DeadLetterCommand {}

    /** Closes it without doing it. */
    record DiscardDeadLetter(@TargetAggregateIdentifier DeadLetterId letter, String reason)
            implements DeadLetterCommand {}
}
