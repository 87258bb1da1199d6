package io.voltledger.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning with Kafka's plain consumer. */
final class KafkaReader {

    private final ObjectMapper mapper = new ObjectMapper();
    private final String servers;

    KafkaReader(String servers) {
        this.servers = servers;
    }

    /** @param key the record's */
    record Record(String key, JsonNode envelope) {}

    /** Everything that stands in the topic now. */
    List<Record> all(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Record> records = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
                    records.add(new Record(record.key(), parse(record.value())));
                }
            }
            return records;
        }
    }

    /** The envelopes of one type whose record has this key. */
    List<JsonNode> envelopes(String topic, String key, String eventType) {
        return all(topic).stream()
                .filter(record -> record.key().equals(key)
                        && record.envelope().path("eventType").asText().equals(eventType))
                .map(Record::envelope)
                .toList();
    }

    private JsonNode parse(String json) {
        try {
            return mapper.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
