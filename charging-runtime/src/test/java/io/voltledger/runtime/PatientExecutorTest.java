package io.voltledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientExecutorTest {

    private final Callers callers = new Callers(1);
    private final PatientExecutor executor =
            new PatientExecutor(2, Thread.ofPlatform().factory(), Duration.ZERO, new Turns(callers));

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void worksAtOnceWhileNobodyWaits() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(2);
        CountDownLatch met = new CountDownLatch(2);
        for (int follower = 0; follower < 2; follower++) {
            executor.submit(() -> meet(together, met));
        }

        assertThat(met.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void letsTheNextFollowerWorkWhenTheOneBeforeIsDone() throws InterruptedException {
        callers.counted(work -> {}).execute(() -> {});
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        executor.submit(() -> {
            begun.countDown();
            await(mayEnd);
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        executor.submit(second::countDown);

        assertThat(second.await(3 * Turns.LOOK.toMillis(), TimeUnit.MILLISECONDS))
                .as("while the first works")
                .isFalse();
        mayEnd.countDown();
        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void meet(CountDownLatch together, CountDownLatch met) {
        together.countDown();
        await(together);
        met.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
