package io.voltledger.saga.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.junit.jupiter.api.Test;

class ArrivalBufferTest {

    private static final TopicPartition FIRST = new TopicPartition("csms.transaction", 0);
    private static final TopicPartition SECOND = new TopicPartition("csms.transaction", 1);

    private final ArrivalBuffer<KafkaEventMessage> buffer = new ArrivalBuffer<>();

    @Test
    void noRecordIsPassedByATokenThatCoversIt() throws InterruptedException {
        // Partition by partition, as a poll returns them; the second partition's record is the older one.
        KafkaEventMessage first = record(0, 5, 2_000, Map.of(FIRST, 5L));
        KafkaEventMessage second = record(1, 3, 1_000, Map.of(FIRST, 5L, SECOND, 3L));
        buffer.putAll(List.of(first, second));

        KafkaEventMessage delivered = buffer.take();
        KafkaEventMessage next = buffer.take();

        assertThat(delivered.value().trackingToken().covers(next.value().trackingToken()))
                .isFalse();
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void tellsTheReaderOnceThatTheFetcherFailed() throws InterruptedException {
        buffer.setException(new IllegalStateException("the broker is away"));

        assertThatThrownBy(buffer::take).hasMessage("the broker is away");
        assertThat(buffer.poll(0, TimeUnit.MILLISECONDS)).isNull();
    }

    private static KafkaEventMessage record(
            int partition, long offset, long timestamp, Map<TopicPartition, Long> positions) {
        return new KafkaEventMessage(
                new GenericTrackedEventMessage<>(
                        KafkaTrackingToken.newInstance(positions), GenericEventMessage.asEventMessage("told")),
                partition,
                offset,
                timestamp);
    }
}
