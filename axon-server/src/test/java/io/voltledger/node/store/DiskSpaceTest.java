package io.voltledger.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

    private static final EventRecord EVENT = new EventRecord(new byte[] {}, "", "", 0, 0);

    @TempDir
    private Path directory;

    @Test
    void refusesAppendsWhileTheDiskIsFullAndGoesOnWhenThereIsRoom() {
        var free = new AtomicLong(1000);
        var space = new DiskSpace(free::get, 100);
        try (var store = EventStore.open(directory, space, Clock.systemUTC())) {
            store.append(List.of(EVENT)).join();
            free.set(99);
            await().until(() -> store.append(List.of(EVENT)).isCompletedExceptionally());
            var last = store.lastToken();

            assertThatThrownBy(() -> store.append(List.of(EVENT)).join())
                    .cause()
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(StoreException.Reason.DISK_FULL));
            assertThat(store.isWritable()).isFalse();

            free.set(1000);
            store.append(List.of(EVENT)).join();
            assertThat(store.lastToken()).isEqualTo(last + 1);
            assertThat(store.isWritable()).isTrue();
        }
    }

    @Test
    void isNotWritableFromTheStartWhereThereIsNoRoom() {
        var free = new AtomicLong(99);
        try (var store = EventStore.open(directory, new DiskSpace(free::get, 100), Clock.systemUTC())) {
            assertThat(store.isWritable()).isFalse();

            free.set(1000);
            await().until(store::isWritable);
        }
    }
}
