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
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/**
 * Publishes integration events, at least once: a batch is sent whole, flushed, and every acknowledgement is there before
 * the processor's token is stored. What cannot be published is set aside as {@link PublisherPolicy} says.
 */
@Component
@ProcessingGroup(KafkaPublisher.GROUP)
class KafkaPublisher {

    static final String GROUP = "kafka-publisher";

    private final Acknowledged kafka;
    private final KafkaTopics topics;
    private final String environment;
    private final ObjectMapper mapper = AxonJson.mapper();

    KafkaPublisher(Producer<String, byte[]> integrationProducer, KafkaTopics topics, SagaSettings settings) {
        this.kafka = new Acknowledged(integrationProducer, settings.kafka().acknowledgementTimeout());
        this.topics = topics;
        this.environment = settings.kafka().environment();
    }

    @EventHandler
    void on(SessionEvent event, EventMessage<?> message) {
        publish(message, SessionEnvelopes.of(event, envelopes(message)));
    }

    @EventHandler
    void on(BillEvent event, EventMessage<?> message) {
        publish(message, BillEnvelopes.of(event, envelopes(message)));
    }

    @EventHandler
    void on(PaymentEvent event, EventMessage<?> message) {
        publish(message, PaymentEnvelopes.of(event, envelopes(message)));
    }

    @EventHandler
    void on(DunningEvent event, EventMessage<?> message) {
        publish(message, DunningEnvelopes.of(event, envelopes(message)));
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
                environment);
    }

    /** Of a W3C traceparent: {@code 00-<trace id>-<span id>-01}. */
    private static String traceId(String traceparent) {
        String[] parts = traceparent.split("-", -1);
        return parts.length > 1 ? parts[1] : traceparent;
    }

    private void publish(EventMessage<?> fact, List<Outgoing> envelopes) {
        if (envelopes.isEmpty()) {
            return;
        }
        List<ProducerRecord<String, byte[]>> records =
                envelopes.stream().map(this::written).toList();
        topics.ensure();
        kafka.send(fact.getIdentifier(), records);
    }

    private ProducerRecord<String, byte[]> written(Outgoing envelope) {
        return new ProducerRecord<>(envelope.topic(), envelope.key(), json(envelope));
    }

    private byte[] json(Outgoing record) {
        try {
            return mapper.writeValueAsBytes(record.envelope());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An envelope cannot be written", e);
        }
    }
}
