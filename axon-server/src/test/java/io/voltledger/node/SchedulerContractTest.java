package io.voltledger.node;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.event.Event;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SchedulerContractTest extends NodeTest {

    private static final Event RING =
            Events.loose("Rang", "ring").toBuilder().setTimestamp(0).build();

    @Test
    void publishesAnEventWhenItIsDueWithTheTimeOfPublication() throws InterruptedException {
        var events = connect("events").eventChannel();
        var start = System.currentTimeMillis();
        result(events.scheduleEvent(Duration.ofMillis(200), RING));
        try (var stream = events.openStream(-1, 64)) {
            var published = take(stream, 1).getFirst().getEvent();

            assertThat(published.getMessageIdentifier()).isEqualTo(RING.getMessageIdentifier());
            assertThat(published.getTimestamp()).isGreaterThanOrEqualTo(start + 200);
        }
    }

    @Test
    void publishesAtOnceWhatWasDueInThePast() throws InterruptedException {
        var events = connect("events").eventChannel();
        result(events.scheduleEvent(Instant.EPOCH, RING));
        try (var stream = events.openStream(-1, 64)) {
            assertThat(take(stream, 1)).hasSize(1);
        }
    }

    @Test
    void publishesNothingThatWasCancelled() throws InterruptedException {
        var events = connect("events").eventChannel();
        var due = Instant.now().plusMillis(1500);
        var token = result(events.scheduleEvent(due, RING));
        result(events.scheduleEvent(due.plusMillis(1), Events.loose("Rang", "next")));

        assertThat(result(events.cancelSchedule(token)).getSuccess()).isTrue();
        assertThat(result(events.cancelSchedule("unknown")).getSuccess()).isTrue();
        try (var stream = events.openStream(-1, 64)) {
            assertThat(Events.text(take(stream, 1).getFirst().getEvent())).isEqualTo("next");
        }
    }

    @Test
    void publishesARescheduledEventOnce() throws InterruptedException {
        var events = connect("events").eventChannel();
        var token = result(events.scheduleEvent(Duration.ofHours(1), RING));
        var sooner = Events.loose("Rang", "sooner");
        result(events.reschedule(token, Duration.ofMillis(100), sooner));
        try (var stream = events.openStream(-1, 64)) {
            assertThat(Events.text(take(stream, 1).getFirst().getEvent())).isEqualTo("sooner");
            assertThat(stream.nextIfAvailable(200, MILLISECONDS)).isNull();
        }
    }

    @Test
    void remembersWhatIsScheduledOverARestart() throws InterruptedException {
        var before = connect("before").eventChannel();
        result(before.scheduleEvent(Duration.ofMillis(1500), RING));
        restartNode();
        var events = connect("after").eventChannel();
        try (var stream = events.openStream(-1, 64)) {
            assertThat(take(stream, 1)).hasSize(1);
            assertThat(stream.nextIfAvailable(100, MILLISECONDS)).isNull();
        }
    }
}
