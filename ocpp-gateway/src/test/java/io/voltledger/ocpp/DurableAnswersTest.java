package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.ChargePointCommand.ReportBoot;
import io.voltledger.api.session.SessionCommand.RecordMeter;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.StartOutcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DurableAnswersTest {

    private static final String START = """
            {"connectorId":1,"idTag":"TAG1","meterStart":1000,"timestamp":"2026-11-21T03:00:00Z"}""";

    private final Platform platform = new Platform();
    private final RunningGateway gateway = RunningGateway.before(platform);
    private final RawStation station = RawStation.connect(gateway);

    @AfterEach
    void stop() {
        station.close();
        gateway.close();
    }

    @Test
    void answersOnlyWhenTheCommandReturned() {
        CountDownLatch durable = platform.holding(StartSession.class);

        station.send("[2,\"1\",\"StartTransaction\"," + START + "]");

        assertThat(station.nextWithin(Duration.ofMillis(300))).isNull();
        durable.countDown();
        assertThat(station.next().get(0).asInt()).isEqualTo(3);
    }

    @Test
    void servesTheNextCallOnlyAfterTheAnswerToTheOneBefore() {
        CountDownLatch durable = platform.holding(StartSession.class);

        station.send("[2,\"1\",\"StartTransaction\"," + START + "]");
        station.send("[2,\"2\",\"Heartbeat\",{}]");

        assertThat(station.nextWithin(Duration.ofMillis(300))).isNull();
        durable.countDown();
        assertThat(station.next().get(1).asText()).isEqualTo("1");
        assertThat(station.next().get(1).asText()).isEqualTo("2");
    }

    @Test
    void anotherStationDoesNotWait() {
        CountDownLatch durable = platform.holding(StartSession.class);
        station.send("[2,\"1\",\"StartTransaction\"," + START + "]");

        try (RawStation other = RawStation.connect(gateway, "CP-2", "ocpp1.6")) {
            assertThat(other.call("1", "Heartbeat", "{}").has("currentTime")).isTrue();
        }
        durable.countDown();
    }

    @Test
    void leavesAFactUnansweredAndHangsUpWhileTheStoreIsAway() {
        platform.failing(RecordMeter.class);

        station.send("""
                [2,"1","MeterValues",{"connectorId":1,"transactionId":7,"meterValue":[]}]""");

        assertThat(station.closeCode()).isEqualTo(1013);
        assertThat(station.nextWithin(Duration.ofMillis(50))).isNull();
    }

    @Test
    void recordsAFactThatFailedAtFirstByItself() {
        AtomicInteger attempts = new AtomicInteger();
        platform.on(StartSession.class, command -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("the store is away for a moment");
            }
            return new StartOutcome(((StartSession) command).session(), Platform.ACCEPTED, false);
        });

        assertThat(station.call("1", "StartTransaction", START).has("transactionId"))
                .isTrue();
    }

    @Test
    void answersBootWithAnErrorWhileTheStoreIsAway() {
        platform.failing(ReportBoot.class);

        JsonNode answer = station.exchange("[2,\"1\",\"BootNotification\",{}]");

        assertThat(answer.get(0).asInt()).isEqualTo(4);
        assertThat(answer.get(2).asText()).isEqualTo("InternalError");
    }
}
