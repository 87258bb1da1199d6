package io.voltledger.saga.integration;

import io.voltledger.api.integration.Envelope;
import io.voltledger.saga.SagaSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Creates the topics up front; where the broker is away at start, before the first record. */
@Component
public class KafkaTopics implements SmartLifecycle {

    /** Where records of the transaction topic go that cannot be read. */
    public static final String TRANSACTION_DEAD_LETTERS = Envelope.TRANSACTION_TOPIC + ".dlt";

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);
    private static final int TIMEOUT_SECONDS = 10;
    private static final List<String> TOPICS = List.of(
            Envelope.SESSION_TOPIC, Envelope.PAYMENT_TOPIC, Envelope.TRANSACTION_TOPIC, TRANSACTION_DEAD_LETTERS);

    private final SagaSettings.Kafka settings;
    private volatile boolean ensured;

    KafkaTopics(SagaSettings settings) {
        this.settings = settings.kafka();
    }

    /** @throws BrokerAway where it cannot be reached */
    synchronized void ensure() {
        if (ensured) {
            return;
        }
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "4000",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "8000"))) {
            List<NewTopic> topics = TOPICS.stream()
                    .map(name -> new NewTopic(name, settings.partitions(), settings.replication()))
                    .toList();
            for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
                await(created);
            }
            ensured = true;
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokerAway("The topics cannot be created at " + settings.bootstrapServers(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerAway("Interrupted while topics were created", e);
        }
    }

    private static void await(KafkaFuture<Void> created)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            created.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    @Override
    public void start() {
        try {
            ensure();
        } catch (BrokerAway e) {
            LOG.warn("Kafka is away; integration events wait for it", e);
        }
    }

    @Override
    public void stop() {
        ensured = false;
    }

    @Override
    public boolean isRunning() {
        return ensured;
    }

    /** Before any processor. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
