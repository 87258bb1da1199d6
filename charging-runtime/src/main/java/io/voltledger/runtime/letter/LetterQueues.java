package io.voltledger.runtime.letter;

import io.voltledger.runtime.letter.LetterTable.Letter;
import java.util.stream.StreamSupport;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;

/** The framework's dead-letter queues: one a processing group, in it one sequence for each aggregate. */
public final class LetterQueues {

    private final LetterTable table;
    private final EventProcessingConfiguration processing;

    /** @param processing where the queues are registered */
    public LetterQueues(LetterTable table, EventProcessingConfiguration processing) {
        this.table = table;
        this.processing = processing;
    }

    /** The queue of a group, in the module's database. */
    public static SequencedDeadLetterQueue<EventMessage<?>> queue(String group, Configuration configuration) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .connectionProvider(configuration.getComponent(ConnectionProvider.class))
                .transactionManager(configuration.getComponent(TransactionManager.class))
                .schema(configuration.getComponent(DeadLetterSchema.class))
                .genericSerializer(configuration.getComponent(Serializer.class))
                .eventSerializer(configuration.eventSerializer())
                .build();
    }

    /**
     * Handles the letter and those that wait behind it, in order. To be called outside of any other transaction: a letter that fails
     * again is written back with its new cause.
     *
     * @return whether none failed
     */
    public boolean handle(Letter letter) {
        return processing
                .sequencedDeadLetterProcessor(letter.group())
                .orElseThrow()
                .process(waiting -> waiting.message().getIdentifier().equals(letter.event()));
    }

    /** Takes the letter out unhandled. */
    public void leaveOut(Letter letter) {
        SequencedDeadLetterQueue<EventMessage<?>> queue =
                processing.deadLetterQueue(letter.group()).orElseThrow();
        StreamSupport.stream(queue.deadLetterSequence(letter.sequence()).spliterator(), false)
                .filter(waiting -> waiting.message().getIdentifier().equals(letter.event()))
                .findFirst()
                .ifPresent(queue::evict);
    }

    /** Handles what waited behind a letter that is gone. */
    public void handleNext(Letter gone) {
        table.first(gone.group(), gone.sequence()).ifPresent(this::handle);
    }
}
