package io.voltledger.saga.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.ContextKeys;
import io.voltledger.api.integration.Envelope;
import io.voltledger.runtime.AxonJson;
import io.voltledger.saga.integration.KafkaTopics;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.extensions.kafka.eventhandling.KafkaMessageConverter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Envelopes as JSON records; what cannot be read goes to the dead-letter topic and blocks nothing. */
final class EnvelopeConverter implements KafkaMessageConverter<String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeConverter.class);
    private static final int TIMEOUT_SECONDS = 15;

    private final ObjectMapper mapper = AxonJson.mapper();
    private final Producer<String, byte[]> deadLetters;

    EnvelopeConverter(Producer<String, byte[]> deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public ProducerRecord<String, byte[]> createKafkaMessage(EventMessage<?> message, String topic) {
        try {
            return new ProducerRecord<>(topic, mapper.writeValueAsBytes(message.getPayload()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not an envelope: " + message.getPayloadType(), e);
        }
    }

    @Override
    public Optional<EventMessage<?>> readKafkaMessage(ConsumerRecord<String, byte[]> record) {
        try {
            Envelope envelope = mapper.readValue(record.value(), Envelope.class);
            Map<String, ?> metaData = envelope.correlationId() == null
                    ? Map.of()
                    : Map.of(ContextKeys.CORRELATION_ID, envelope.correlationId());
            return Optional.of(new GenericEventMessage<>(envelope.eventId(), envelope, metaData, envelope.timestamp()));
        } catch (IOException | RuntimeException e) {
            LOG.error("A record at {}-{}@{} cannot be read", record.topic(), record.partition(), record.offset(), e);
            setAside(record);
            return Optional.empty();
        }
    }

    private void setAside(ConsumerRecord<String, byte[]> record) {
        try {
            deadLetters
                    .send(new ProducerRecord<>(
                            KafkaTopics.TRANSACTION_DEAD_LETTERS, null, record.key(), record.value(), record.headers()))
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The dead-letter topic did not take a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted at the dead-letter topic", e);
        }
    }
}
