package io.voltledger.saga.integration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Sends records so that a batch of facts waits once for all acknowledgements, before it commits; unusually large ones are waited for at
 * once. Of any other record that Kafka takes from nobody the batch is to be handled again: its fact is then waited for at once as
 * well, so that its own handler fails and no other.
 */
class Acknowledged {

    /** What is larger may be too large: nothing of its aggregate is sent before it is known whether it was taken. */
    private static final int USUAL_BYTES = 16_384;

    private static final String PENDING = Acknowledged.class.getName() + ".pending";

    private final Producer<String, byte[]> producer;
    private final Duration patience;
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();

    private record Sent(String fact, Future<RecordMetadata> acknowledgement) {}

    /** @param patience how long Kafka may take */
    Acknowledged(Producer<String, byte[]> producer, Duration patience) {
        this.producer = producer;
        this.patience = patience;
    }

    /**
     * @throws BrokerAway where nothing is acknowledged just now
     * @throws IllegalStateException where Kafka takes these records from nobody
     */
    void send(String fact, List<ProducerRecord<String, byte[]>> records) {
        List<Sent> sent = records.stream()
                .map(written -> new Sent(fact, producer.send(written)))
                .toList();
        if (suspects.contains(fact) || records.stream().anyMatch(written -> written.value().length > USUAL_BYTES)) {
            awaitAll(sent);
            suspects.remove(fact);
        } else {
            pending().addAll(sent);
        }
    }

    private List<Sent> pending() {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        return Objects.requireNonNull(batch.<List<Sent>>getOrComputeResource(PENDING, key -> {
            List<Sent> fresh = new ArrayList<>();
            batch.onPrepareCommit(unit -> awaitAll(fresh));
            return fresh;
        }));
    }

    private void awaitAll(List<Sent> sent) {
        producer.flush();
        List<RuntimeException> refusals =
                sent.stream().flatMap(one -> refusal(one).stream()).toList();
        if (!refusals.isEmpty()) {
            throw refusals.getFirst();
        }
    }

    private Optional<RuntimeException> refusal(Sent sent) {
        try {
            var unused = sent.acknowledgement().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            if (isRecordsFault(e.getCause())) {
                suspects.add(sent.fact());
                return Optional.of(new IllegalStateException("Kafka does not take the record: " + e.getCause(), e));
            }
            throw new BrokerAway("Kafka did not acknowledge; the batch is sent again", e);
        } catch (TimeoutException e) {
            throw new BrokerAway("Kafka did not acknowledge; the batch is sent again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerAway("Interrupted before Kafka acknowledged", e);
        }
    }

    /** All else may pass: a broker that is away or being set up, a topic or a right that is missing. */
    private static boolean isRecordsFault(@Nullable Throwable refusal) {
        return refusal instanceof RecordTooLargeException
                || refusal instanceof SerializationException
                || refusal instanceof InvalidRecordException;
    }
}
