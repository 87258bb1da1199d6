package io.voltledger.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cuts and damages the files of a stored context at many places: what was acknowledged is there, or the store says that it is not. */
class DamageTest {

    private static final int TRANSACTIONS = 60;
    private static final String LOG = "[0-9]+\\.log";
    private static final String TABLE = "[0-9]+\\.sst";

    @TempDir
    private Path folder;

    private Path stored;
    private List<byte[]> acknowledged;
    private int copies;

    @BeforeEach
    void store() {
        stored = folder.resolve("stored");
        try (var store = Samples.open(stored)) {
            Samples.fill(store, "first", TRANSACTIONS);
        }
        try (var store = Samples.open(stored)) {
            Samples.fill(store, "second", TRANSACTIONS);
            acknowledged = Samples.all(store).stream().map(StoredEvent::bytes).toList();
        }
    }

    /** What a copy of the store holds after something was done to it; nothing when it does not open. */
    private Optional<List<byte[]>> after(Consumer<Path> harm) {
        var copy = folder.resolve("copy" + copies++);
        Copies.copy(stored, copy);
        harm.accept(copy);
        try (var store = Samples.open(copy)) {
            return Optional.of(
                    Samples.all(store).stream().map(StoredEvent::bytes).toList());
        } catch (StoreException refused) {
            assertThat(refused).hasMessageContaining(copy.toString());
            return Optional.empty();
        } finally {
            Copies.delete(copy);
        }
    }

    private static Path log(Path copy) {
        return Copies.files(copy, LOG).getFirst();
    }

    private static void forgetMark(Path copy) {
        try {
            Files.delete(copy.resolve(Watermark.FILE));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void noticesALogThatHasLostItsEnd() {
        var size = Copies.size(log(stored));
        for (var end = 0L; end < size; end += 131) {
            var cut = end;
            assertThat(after(copy -> Copies.truncate(log(copy), cut)))
                    .as("cut at " + cut)
                    .isEmpty();
        }
    }

    @Test
    void cutsATornEndAndSaysSo() {
        var size = Copies.size(log(stored));
        for (var end = size - 1; end > 0; end -= 509) {
            var cut = end;
            var left = after(copy -> {
                forgetMark(copy);
                Copies.truncate(log(copy), cut);
            });
            assertThat(left).isPresent();
            assertThat(acknowledged.subList(0, left.get().size()))
                    .usingElementComparator(java.util.Arrays::compare)
                    .isEqualTo(left.get());
            assertThat(left.get()).hasSizeGreaterThanOrEqualTo(2 * TRANSACTIONS);
            assertThat(left.get().size() % 2).as("half a transaction").isZero();
        }
    }

    @Test
    void reportsWhatItCut() {
        var torn = log(stored);
        var size = Copies.size(torn) - 1;
        Copies.truncate(torn, size);
        forgetMark(stored);
        try (var store = Samples.open(stored)) {
            assertThat(store.cutBytes()).isBetween(40L, 1000L);
            assertThat(store.cutEnds()).singleElement().satisfies(cut -> {
                assertThat(cut.file()).isEqualTo(String.valueOf(torn.getFileName()));
                assertThat(cut.at() + cut.bytes()).isEqualTo(size);
                assertThat(cut.why()).isNotEmpty();
            });
        }
        try (var store = Samples.open(stored)) {
            assertThat(store.cutEnds()).isEmpty();
        }
    }

    @Test
    void noticesEveryFlippedBitOfTheLog() {
        var size = Copies.size(log(stored));
        var random = new Random(7);
        for (var at = 0L; at < size; at += 1 + random.nextInt(150)) {
            var place = at;
            var bits = 1 << random.nextInt(8);
            assertThat(after(copy -> Copies.flip(log(copy), place, bits)))
                    .as("bits %d flipped at %d of %d", bits, place, size)
                    .isEmpty();
            assertThat(after(copy -> {
                        forgetMark(copy);
                        Copies.flip(log(copy), place, bits);
                    }))
                    .as("bits %d flipped at %d of %d, without a mark", bits, place, size)
                    .isEmpty();
        }
    }

    @Test
    void noticesAHoleInTheLog() {
        var size = Copies.size(log(stored));
        for (var at = 0L; at < size - 2000; at += 611) {
            var place = at;
            assertThat(after(copy -> {
                        forgetMark(copy);
                        Copies.zero(log(copy), place, place + 600);
                    }))
                    .as("hole at %d of %d", place, size)
                    .isEmpty();
        }
    }

    @Test
    void takesZerosAtTheEndOfTheLogForATornEnd() {
        var size = Copies.size(log(stored));
        var left = after(copy -> {
            forgetMark(copy);
            Copies.zero(log(copy), size - 900, size + 5000);
        });
        assertThat(left).isPresent();
        assertThat(left.get()).hasSizeBetween(4 * TRANSACTIONS - 30, 4 * TRANSACTIONS - 2);
    }

    @Test
    void noticesAMissingFile() throws IOException {
        for (var pattern : List.of(LOG, TABLE, "CURRENT", "MANIFEST-.*")) {
            for (var file : Copies.files(stored, pattern)) {
                var name = file.getFileName();
                assertThat(after(copy -> Copies.delete(copy.resolve(name))))
                        .as("without " + name)
                        .isEmpty();
            }
        }
    }

    @Test
    void noticesDamageOfTheManifest() {
        var manifest = Copies.files(stored, "MANIFEST-.*").getFirst().getFileName();
        var size = Copies.size(stored.resolve(manifest));
        for (var at = 0L; at < size; at += 29) {
            var place = at;
            assertThat(after(copy -> Copies.flip(copy.resolve(manifest), place, 0x10)))
                    .as("flipped at " + place)
                    .isEmpty();
            assertThat(after(copy -> Copies.truncate(copy.resolve(manifest), place)))
                    .as("cut at " + place)
                    .isEmpty();
        }
    }

    @Test
    void neverServesWhatIsDamagedInATable() {
        for (var file : Copies.files(stored, TABLE)) {
            var name = file.getFileName();
            for (var at = 0L; at < Copies.size(file); at += 211) {
                var place = at;
                try {
                    after(copy -> Copies.flip(copy.resolve(name), place, 0x04))
                            .ifPresent(left -> assertThat(left)
                                    .usingElementComparator(java.util.Arrays::compare)
                                    .isEqualTo(acknowledged));
                } catch (CompletionException refused) {
                    assertThat(refused).hasCauseInstanceOf(StoreException.class);
                }
            }
        }
    }

    @Test
    void namesTheDamagedFile() {
        Copies.flip(log(stored), 700, 1);
        assertThatThrownBy(() -> Samples.open(stored))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(log(stored).toString())
                .hasMessageContaining("records follow at byte");
    }
}
