package io.voltledger.saga.notification;

import io.voltledger.api.integration.Envelope;
import io.voltledger.runtime.BackgroundWork;
import io.voltledger.saga.SagaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.extensions.kafka.eventhandling.consumer.AsyncFetcher;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.StreamableKafkaMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads what drivers are to be told from Kafka; the position is kept in the module's database like any processor's. */
@Configuration(proxyBeanMethods = false)
class NotificationSource {

    private static final long POLL_MILLIS = 200;

    @Bean(destroyMethod = "shutdown")
    AsyncFetcher<String, byte[], KafkaEventMessage> transactionTopicFetcher() {
        return AsyncFetcher.<String, byte[], KafkaEventMessage>builder()
                .pollTimeout(POLL_MILLIS)
                .build();
    }

    @Bean
    StreamableKafkaMessageSource<String, byte[]> transactionTopicSource(
            SagaSettings settings,
            Serializer serializer,
            AsyncFetcher<String, byte[], KafkaEventMessage> transactionTopicFetcher,
            Producer<String, byte[]> integrationProducer) {
        return StreamableKafkaMessageSource.<String, byte[]>builder()
                .topics(List.of(Envelope.TRANSACTION_TOPIC))
                .fetcher(transactionTopicFetcher)
                .bufferFactory(ArrivalBuffer::new)
                .consumerFactory(Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.kafka().bootstrapServers(),
                        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                        StringDeserializer.class,
                        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false))
                .serializer(serializer)
                .messageConverter(new EnvelopeConverter(integrationProducer))
                .build();
    }

    @Bean
    ConfigurerModule notificationProcessor(StreamableKafkaMessageSource<String, byte[]> transactionTopicSource) {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessor(
                        DriverNotifications.GROUP,
                        configuration -> transactionTopicSource,
                        (configuration, processor) -> new BackgroundWork(DriverNotifications.GROUP, 1, Duration.ZERO)
                                .staff(configuration, processor)
                                .initialToken(source -> KafkaTrackingToken.emptyToken())
                                .initialSegmentCount(1)
                                .batchSize(20));
    }
}
