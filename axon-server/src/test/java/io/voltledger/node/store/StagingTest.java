package io.voltledger.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

/** What is staged for one group, before it is written. */
class StagingTest {

    private static final int MORE_THAN_ARE_REMEMBERED = 100_001;

    @TempDir
    private Path directory;

    @Test
    void knowsEveryAggregateOfItsGroupHoweverManyThereAre() throws RocksDBException {
        try (var database = Database.open(directory, false)) {
            var staging = new Staging(database);
            staging.addEvents(List.of(Samples.event("A", 0, 0)));
            staging.addEvents(IntStream.range(0, MORE_THAN_ARE_REMEMBERED)
                    .mapToObj(other -> Samples.event("other " + other, 0, 0))
                    .toList());

            assertThatThrownBy(() -> staging.addEvents(List.of(Samples.event("A", 0, 0))))
                    .hasMessage("Invalid sequence number 0 for aggregate A, expected 1");
            assertThat(staging.addEvents(List.of(Samples.event("A", 1, 0)))).isEqualTo(MORE_THAN_ARE_REMEMBERED + 1);

            database.write(staging.batch());
            staging.clear();
            assertThatThrownBy(() -> staging.addEvents(List.of(Samples.event("other 0", 0, 0))))
                    .hasMessage("Invalid sequence number 0 for aggregate other 0, expected 1");
        }
    }
}
