package io.voltledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final long BATCH = Duration.ofMillis(40).toNanos();

    private final Queue<Runnable> atWork = new ArrayDeque<>();
    private final Callers callers = new Callers(2);
    private final Executor stations = callers.counted(atWork::add);
    private final Turns turns = new Turns(callers);

    @Test
    void letsAllFollowersWorkAtOnceWhileFewCallersWait() {
        stations.execute(() -> {});

        assertThat(turns.begin(0, 0)).isTrue();
        assertThat(turns.begin(0, 0)).isTrue();
    }

    @Test
    void letsOneFollowerWorkAtATimeWhileCallersAreACrowd() {
        crowd();

        assertThat(turns.begin(0, 0)).isTrue();
        assertThat(turns.begin(0, BATCH / 2)).isFalse();
    }

    @Test
    void leavesThreeQuartersOfTheTimeToACrowd() {
        crowd();
        turns.begin(0, 0);
        turns.done(0, BATCH);

        assertThat(turns.begin(0, 4 * BATCH - 1)).isFalse();
        assertThat(turns.begin(0, 4 * BATCH)).isTrue();
    }

    @Test
    void keepsNoFollowerWaitingForMoreThanFiveSeconds() {
        crowd();
        turns.begin(0, 0);
        long fiveSeconds = Duration.ofSeconds(5).toNanos();

        assertThat(turns.begin(5, fiveSeconds + 4)).isFalse();
        assertThat(turns.begin(5, fiveSeconds + 5)).isTrue();
    }

    @Test
    void endsWhenTheCrowdIsAnswered() {
        crowd();
        turns.begin(0, 0);
        atWork.remove().run();

        assertThat(turns.begin(0, 1)).isTrue();
    }

    @Test
    void countsACallerWhoseWorkFails() {
        stations.execute(() -> {
            throw new IllegalStateException("refused");
        });
        stations.execute(() -> {});
        Runnable failing = atWork.remove();

        try {
            failing.run();
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessage("refused");
        }
        assertThat(callers.areCrowd()).isFalse();
    }

    @Test
    void countsNoCallerWhoseWorkIsNotTaken() {
        Executor closed = callers.counted(work -> {
            throw new RejectedExecutionException("closed");
        });
        for (int call = 0; call < 3; call++) {
            try {
                closed.execute(() -> {});
            } catch (RejectedExecutionException rejected) {
                assertThat(rejected).hasMessage("closed");
            }
        }

        assertThat(callers.areCrowd()).isFalse();
    }

    private void crowd() {
        stations.execute(() -> {});
        stations.execute(() -> {});
    }
}
