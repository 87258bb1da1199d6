package io.voltledger.node.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.streams.InitializationProperties;
import io.axoniq.axonserver.grpc.streams.SequencingPolicy;
import io.voltledger.node.store.StoredEvent;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final int EVENTS = 60;

    private static final InitializationProperties PER_EVENT = InitializationProperties.newBuilder()
            .setSequencingPolicy(SequencingPolicy.newBuilder().setPolicyName("FullConcurrencyPolicy"))
            .build();

    private static StoredEvent event(long token) {
        return new StoredEvent(
                token,
                Event.newBuilder().setMessageIdentifier("m" + token).build().toByteArray());
    }

    private static boolean isSent(Progress progress, int segment, long token) {
        return token > progress.position(segment)
                && new Selection(PER_EVENT, progress, segment)
                        .pick(event(token))
                        .isPresent();
    }

    /** How often an event will be sent from here on. */
    private static long times(Progress progress, long token) {
        var times = 0;
        for (var segment = 0; segment < progress.segments(); segment++) {
            times += isSent(progress, segment, token) ? 1 : 0;
        }
        return times;
    }

    @Property(tries = 50)
    void sendsAfterEveryChangeOfSegmentsExactlyWhatWasNotDoneBefore(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 5) Integer> layouts,
            @ForAll @Size(20) List<@LongRange(min = -1, max = EVENTS - 1L) Long> positions) {
        var progress = Progress.at(-1, 3);
        var done = new boolean[EVENTS];
        var next = 0;
        for (var segments : layouts) {
            for (var segment = 0; segment < progress.segments(); segment++) {
                var position = positions.get(next++ % positions.size());
                for (var token = 0; token <= position; token++) {
                    done[token] |= isSent(progress, segment, token);
                }
                progress.advance(segment, position);
            }
            progress = Progress.of(progress.spread(segments).toBytes());
            for (var token = 0; token < EVENTS; token++) {
                assertThat(times(progress, token)).isEqualTo(done[token] ? 0 : 1);
            }
        }
    }

    @Test
    void marksWhatIsSentAgainAfterAReset() {
        var progress = Progress.at(-1, 1);
        progress.advance(0, 9);
        var again = Progress.of(progress.reset(4).toBytes());

        assertThat(again.position(0)).isEqualTo(4);
        assertThat(new Selection(PER_EVENT, again, 0)
                        .pick(event(9))
                        .orElseThrow()
                        .getReplay())
                .isTrue();
        assertThat(new Selection(PER_EVENT, again, 0)
                        .pick(event(10))
                        .orElseThrow()
                        .getReplay())
                .isFalse();
    }

    @Test
    void goesNeverBackByItself() {
        var progress = Progress.at(5, 1);

        assertThat(progress.advance(0, 5)).isFalse();
        assertThat(progress.advance(0, 3)).isFalse();
        assertThat(progress.position(0)).isEqualTo(5);
    }
}
