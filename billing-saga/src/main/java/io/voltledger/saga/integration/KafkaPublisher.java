package io.voltledger.saga.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.ContextKeys;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.dunning.DunningEvent;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.runtime.AxonJson;
import io.voltledger.saga.SagaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Publishes integration events, at least once: a batch is sent whole, flushed, and every acknowledgement is there before
 * the processor's token is stored.
 */
@Component
@ProcessingGroup(KafkaPublisher.GROUP)
class KafkaPublisher {

    static final String GROUP = "kafka-publisher";

    private static final String PENDING = KafkaPublisher.class.getName() + ".pending";

    private final Producer<String, byte[]> producer;
    private final KafkaTopics topics;
    private final SagaSettings.Kafka settings;
    private final ObjectMapper mapper = AxonJson.mapper();

    KafkaPublisher(Producer<String, byte[]> integrationProducer, KafkaTopics topics, SagaSettings settings) {
        this.producer = integrationProducer;
        this.topics = topics;
        this.settings = settings.kafka();
    }

    @EventHandler
    void on(SessionEvent event, EventMessage<?> message) {
        publish(SessionEnvelopes.of(event, envelopes(message)));
    }

    @EventHandler
    void on(BillEvent event, EventMessage<?> message) {
        publish(BillEnvelopes.of(event, envelopes(message)));
    }

    @EventHandler
    void on(PaymentEvent event, EventMessage<?> message) {
        publish(PaymentEnvelopes.of(event, envelopes(message)));
    }

    @EventHandler
    void on(DunningEvent event, EventMessage<?> message) {
        publish(DunningEnvelopes.of(event, envelopes(message)));
    }

    private Envelopes envelopes(EventMessage<?> message) {
        Object correlation = message.getMetaData().get(ContextKeys.CORRELATION_ID);
        Object trace = message.getMetaData().get("traceparent");
        return new Envelopes(
                new Recorded(
                        message.getIdentifier(),
                        message.getTimestamp(),
                        correlation == null ? null : correlation.toString(),
                        trace == null ? null : traceId(trace.toString())),
                settings.environment());
    }

    /** Of a W3C traceparent: {@code 00-<trace id>-<span id>-01}. */
    private static String traceId(String traceparent) {
        String[] parts = traceparent.split("-", -1);
        return parts.length > 1 ? parts[1] : traceparent;
    }

    private void publish(List<Outgoing> records) {
        if (records.isEmpty()) {
            return;
        }
        topics.ensure();
        List<Future<RecordMetadata>> pending = pending();
        records.forEach(
                record -> pending.add(producer.send(new ProducerRecord<>(record.topic(), record.key(), json(record)))));
    }

    private List<Future<RecordMetadata>> pending() {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        return Objects.requireNonNull(batch.<List<Future<RecordMetadata>>>getOrComputeResource(PENDING, key -> {
            List<Future<RecordMetadata>> fresh = new ArrayList<>();
            batch.onPrepareCommit(unit -> awaitAll(fresh));
            return fresh;
        }));
    }

    private void awaitAll(List<Future<RecordMetadata>> pending) {
        producer.flush();
        try {
            for (Future<RecordMetadata> acknowledgement : pending) {
                var unused =
                        acknowledgement.get(settings.acknowledgementTimeout().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not acknowledge; the batch is sent again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before Kafka acknowledged", e);
        }
    }

    private byte[] json(Outgoing record) {
        try {
            return mapper.writeValueAsBytes(record.envelope());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An envelope cannot be written", e);
        }
    }
}
