package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.chargepoint.ChargePointCommand.ReportBoot;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationMessage.Direction;
import io.voltledger.api.chargepoint.StationMessage.Outcome;
import io.voltledger.ocpp.messages.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the message log is told of a connection. */
class TrafficTest {

    private static final String HEARTBEAT = "[2,\"h\",\"Heartbeat\",{}]";

    private final Platform platform = new Platform();
    private final List<Message> noted = new CopyOnWriteArrayList<>();
    private final RunningGateway gateway = RunningGateway.noting(platform, noted::add);
    private RawStation station;

    @BeforeEach
    void connect() {
        station = RawStation.connect(gateway);
    }

    @AfterEach
    void close() {
        station.close();
        gateway.close();
    }

    @Test
    void notesACallAndItsAnswer() {
        station.exchange(HEARTBEAT);
        wanted(2);
        assertThat(noted.get(0).text()).isEqualTo(HEARTBEAT);
        assertThat(noted)
                .allMatch(message -> "Heartbeat".equals(message.action())
                        && message.outcome() == Outcome.ANSWERED
                        && message.latencyNanos() > 0
                        && "h".equals(message.uniqueId()));
        assertThat(noted).extracting(Message::direction).containsExactly(Direction.IN, Direction.OUT);
    }

    @Test
    void notesWhatIsRefused() {
        station.exchange("[2,\"x\",\"NoSuchAction\",{}]");
        station.exchange("[2,\"y\",\"Heartbeat\",[]]");
        wanted(4);
        assertThat(noted)
                .extracting(Message::outcome)
                .containsExactly(Outcome.ERROR, Outcome.ERROR, Outcome.REFUSED, Outcome.REFUSED);
    }

    @Test
    void notesACallThatWasNeverAnswered() {
        CountDownLatch held = platform.holding(ReportBoot.class);
        station.send("[2,\"b\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]");
        station.send(HEARTBEAT);
        station.pingIsAnswered();
        station.vanish();
        wanted(1);
        held.countDown();
        wanted(2);
        assertThat(noted).allMatch(message -> message.outcome() == Outcome.DROPPED);
    }

    @Test
    void notesHowOurCallsEnd() {
        send("Reset", "{\"type\":\"Soft\"}");
        String id = station.next().get(1).asText();
        station.send("[3,\"" + id + "\",{\"status\":\"Accepted\"}]");
        wanted(2);
        send("ClearCache", "{}");
        String late = station.next().get(1).asText();
        wanted(3);
        station.send("[3,\"" + late + "\",{\"status\":\"Accepted\"}]");
        station.send("[3,\"" + late + "\",{\"status\":\"Accepted\"}]");
        wanted(5);
        assertThat(noted)
                .extracting(Message::outcome)
                .containsExactly(Outcome.ANSWERED, Outcome.ANSWERED, Outcome.TIMED_OUT, Outcome.LATE, Outcome.IGNORED);
        assertThat(noted)
                .extracting(Message::direction)
                .containsExactly(Direction.OUT, Direction.IN, Direction.OUT, Direction.IN, Direction.IN);
        assertThat(noted.get(3).action()).isEqualTo("ClearCache");
        assertThat(noted.get(3).latencyNanos()).isPositive();
    }

    private void send(String action, String payload) {
        SendToStation order = new SendToStation(new StationCommandId(action), new StationId("CP-1"), action, payload);
        platform.bus()
                .dispatch(new GenericCommandMessage<>(
                        new GenericMessage<>(order), SendToStation.nameAt(RunningGateway.NODE)));
    }

    private void wanted(int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(noted).hasSize(count));
    }
}
