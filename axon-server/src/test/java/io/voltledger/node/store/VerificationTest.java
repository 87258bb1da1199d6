package io.voltledger.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

class VerificationTest {

    @TempDir
    private Path directory;

    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void store() {
        try (var store = Samples.open(directory)) {
            Samples.fill(store, "A", 50);
            store.appendSnapshot(Samples.event("A0", 3, 10)).join();
            store.schedule(4_000_000_000_000L, Samples.loose("later").bytes(), null)
                    .join();
        }
        try (var store = Samples.open(directory)) {
            Samples.fill(store, "B", 20);
        }
    }

    private Verification.Result verify() {
        return Verification.verify(directory, text -> {}, faults::add);
    }

    private interface Harm {
        void change(Database database, WriteBatch batch) throws RocksDBException;
    }

    private void harm(Harm harm) {
        try (var database = Database.open(directory, true);
                var batch = new WriteBatch()) {
            harm.change(database, batch);
            database.write(batch);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    private Consumer<String> fault(String text) {
        return fault -> assertThat(fault).contains(text);
    }

    @Test
    void findsNothingInASoundStore() {
        assertThat(verify()).isEqualTo(new Verification.Result(140, 14, 1, 1, 0));
        assertThat(faults).isEmpty();
    }

    @Test
    void namesAMissingEvent() {
        harm((database, batch) -> batch.delete(database.column(Column.EVENTS), Keys.number(33)));
        assertThat(verify().faults()).isPositive();
        assertThat(faults).anySatisfy(fault("events 33 to 33 are missing"));
    }

    @Test
    void namesAnEventThatIsNotInTheIndex() {
        harm((database, batch) -> batch.delete(database.column(Column.AGGREGATES), Keys.of("A2", 5)));
        verify();
        assertThat(faults).anySatisfy(fault("aggregate A2 sequence 5, is not in the index"));
        assertThat(faults).anySatisfy(fault("aggregate A2 sequence 6 follows where 5 is due"));
    }

    @Test
    void namesAnIndexEntryOfAnotherEvent() {
        harm((database, batch) -> batch.put(database.column(Column.AGGREGATES), Keys.of("A2", 6), Keys.number(11)));
        verify();
        assertThat(faults).anySatisfy(fault("event 11 is not aggregate A2 sequence 6"));
    }

    @Test
    void namesASnapshotAheadOfItsAggregate() {
        harm((database, batch) -> batch.put(
                database.column(Column.SNAPSHOTS),
                Keys.of("A1", 0),
                Samples.event("A1", 99, 1).bytes()));
        verify();
        assertThat(faults).singleElement().satisfies(fault("snapshot 0 of aggregate A1 has sequence 99"));
    }

    @Test
    void namesATimeThatIsNotIndexed() {
        harm((database, batch) -> batch.delete(database.column(Column.TIMES), Keys.number(1_700_000_000_003L)));
        verify();
        assertThat(faults).anySatisfy(fault("no entry of 1700000000003 for event"));
    }

    @Test
    void namesAScheduleThatCannotBeRead() {
        harm((database, batch) -> batch.put(database.column(Column.SCHEDULES), Keys.text("broken"), new byte[3]));
        verify();
        assertThat(faults).singleElement().satisfies(fault("schedule broken"));
    }

    @Test
    void namesADamagedTableFileItsColumnAndItsTokens() throws RocksDBException {
        harm((database, batch) ->
                database.now().rocks().flush(new org.rocksdb.FlushOptions(), database.column(Column.EVENTS)));
        var file = new ArrayList<String>();
        try (var database = Database.openForReading(directory)) {
            file.add(database.now().files(Column.EVENTS).getFirst().fileName());
        }
        Copies.flip(Path.of(directory + file.getFirst()), 200, 1);
        assertThat(verify().faults()).isPositive();
        assertThat(faults)
                .anySatisfy(fault ->
                        assertThat(fault).contains(file.getFirst(), "column events", "token 100 to token 139"));
        assertThat(faults).anySatisfy(fault("column events cannot be read from token"));
    }

    @Test
    void namesADamagedLog() {
        Copies.flip(Copies.files(directory, "[0-9]+\\.log").getFirst(), 900, 1);
        verify();
        assertThat(faults).singleElement().satisfies(fault("records follow at byte"));
    }

    @Test
    void changesNothing() {
        var before = Copies.files(directory, "[0-9A-Z].*");
        verify();
        assertThat(Copies.files(directory, "[0-9A-Z].*")).containsAll(before);
    }
}
