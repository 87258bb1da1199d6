package io.voltledger.saga.integration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltledger.saga.TestDatabase;
import io.voltledger.saga.work.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A broker that nobody reaches is no fault of a fact, however long it lasts. */
class BrokerAwayTest {

    private static final EventMessage<String> FACT = new GenericEventMessage<>("a fact");

    private final PublisherPolicy policy = new PublisherPolicy();
    private UnitOfWork<?> unit;

    @BeforeEach
    void begin() {
        unit = DefaultUnitOfWork.startAndGet(FACT);
    }

    @AfterEach
    void end() {
        if (unit.isActive()) {
            unit.rollback();
        }
    }

    @Test
    void isToldFromARecordThatIsAtFault() {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + TestDatabase.freePort(),
                        "max.block.ms",
                        "50",
                        "delivery.timeout.ms",
                        "50",
                        "request.timeout.ms",
                        "50",
                        "linger.ms",
                        "0"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            Acknowledged kafka = new Acknowledged(producer, Duration.ofMillis(200));
            kafka.send("a fact", List.of(new ProducerRecord<>("charging.session", "CP-1:1", new byte[] {1})));

            assertThatThrownBy(unit::commit).isInstanceOf(BrokerAway.class);
        }
    }

    @Test
    void isWaitedForWithoutEnd() {
        BrokerAway away = new BrokerAway("Kafka did not acknowledge", new java.util.concurrent.TimeoutException());
        for (int tries = 0; tries < 3 * Patience.TRIES; tries++) {
            assertThatThrownBy(() -> policy.decide(new GenericDeadLetter<>("CP-1:1", FACT), away))
                    .isSameAs(away);
        }
    }
}
