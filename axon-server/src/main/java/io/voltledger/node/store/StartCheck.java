package io.voltledger.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the files of a stopped store before RocksDB does, because RocksDB takes some damage for a torn end and drops what follows without a word, and
 * makes a new database where the file CURRENT is missing. Finds where the logs are torn; throws a {@link StoreException} where they are damaged.
 */
final class StartCheck {

    private static final Pattern LOG = Pattern.compile("([0-9]{6,})\\.log");
    private static final Pattern TABLE = Pattern.compile("[0-9]{6,}\\.sst");
    private static final Pattern MANIFEST = Pattern.compile("MANIFEST-([0-9]{6,})");

    private final Path directory;
    private final Optional<Watermark> mark;
    private final List<LogFile.Outcome> torn = new ArrayList<>();
    private long next = -1;
    private long batches;

    private StartCheck(Path directory) throws IOException {
        this.directory = directory;
        mark = Watermark.read(directory);
    }

    /** The torn ends that the store's logs have; normally there is none, after a crash one at most. */
    static List<LogFile.Outcome> tornEnds(Path directory) throws IOException {
        var check = new StartCheck(directory);
        var manifest = check.manifest();
        if (manifest != null) {
            check.checkManifest(manifest);
            check.checkLogs();
        }
        return check.torn;
    }

    /** Cuts a torn end off, so that the file is sound. */
    static void cut(LogFile.Outcome torn) throws IOException {
        try (var channel = FileChannel.open(torn.file(), StandardOpenOption.WRITE)) {
            channel.truncate(torn.sound());
            channel.force(true);
        }
    }

    private @Nullable Path manifest() throws IOException {
        var current = directory.resolve("CURRENT");
        if (!Files.exists(current)) {
            if (mark.isPresent()
                    || !files(name -> TABLE.matcher(name).matches()).isEmpty()) {
                throw damaged("%s is missing".formatted(current));
            }
            return null;
        }
        var name = Files.readString(current, java.nio.charset.StandardCharsets.ISO_8859_1);
        var file = directory.resolve(name.strip().replace('\0', '?'));
        if (!name.endsWith("\n") || !MANIFEST.matcher(name.strip()).matches() || !Files.exists(file)) {
            throw damaged("%s names no manifest that is there".formatted(current));
        }
        return file;
    }

    private void checkManifest(Path manifest) throws IOException {
        var outcome = LogFile.read(manifest, (place, head) -> null);
        if (outcome.end() == LogFile.End.DAMAGED) {
            throw damaged(outcome.text());
        }
        var number = number(manifest, MANIFEST);
        if (mark.isPresent()
                && mark.get().manifest() == number
                && outcome.sound() < mark.get().manifestSize()) {
            throw damaged("%s has %d sound bytes and had %d"
                    .formatted(manifest, outcome.sound(), mark.get().manifestSize()));
        }
        if (outcome.end() == LogFile.End.TORN) {
            torn.add(outcome);
        }
    }

    private void checkLogs() throws IOException {
        var logs = new ArrayList<>(files(name -> LOG.matcher(name).matches()));
        logs.sort(Comparator.comparingLong(file -> number(file, LOG)));
        for (var log : logs) {
            var outcome = LogFile.read(log, this::follow);
            if (outcome.end() != LogFile.End.SOUND && !mayBeCut(outcome)) {
                throw damaged(outcome.text() + known());
            }
            if (outcome.end() != LogFile.End.SOUND) {
                torn.add(outcome);
            }
        }
        if (batches > 0 && mark.isPresent() && next <= mark.get().sequence()) {
            throw damaged("the write-ahead log ends with write %d, and write %d was stored%s"
                    .formatted(
                            next - 1,
                            mark.get().sequence(),
                            torn.isEmpty() ? "" : "; " + torn.getLast().text()));
        }
    }

    /** Each batch of writes begins with the number of its first and how many they are. */
    private @Nullable String follow(long place, ByteBuffer head) {
        if (head.remaining() < Long.BYTES + Integer.BYTES) {
            return "a record is too short for a batch of writes";
        }
        var first = head.getLong();
        if (next >= 0 && first > next) {
            return "writes %d to %d are missing before it".formatted(next, first - 1);
        }
        next = Math.max(next, first + (head.getInt() & 0xffffffffL));
        batches++;
        return null;
    }

    /** Where only some commits were synced a power cut can leave holes; what the mark covers must be there all the same. */
    private boolean mayBeCut(LogFile.Outcome outcome) {
        return outcome.end() == LogFile.End.TORN
                || mark.isPresent()
                        && !mark.get().everyCommit()
                        && next > mark.get().sequence();
    }

    private String known() {
        return next < 0 ? "" : "; sound up to write " + (next - 1);
    }

    private List<Path> files(Predicate<String> name) throws IOException {
        try (var all = Files.list(directory)) {
            return all.filter(file -> name.test(String.valueOf(file.getFileName())))
                    .toList();
        }
    }

    private static long number(Path file, Pattern pattern) {
        var name = pattern.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }

    private StoreException damaged(String what) {
        return damaged(directory, what);
    }

    /** What is to be said of a damaged store. */
    static StoreException damaged(Path directory, String what) {
        var text =
                "The store in %s is damaged: %s. It stays closed; look closer with ./run node verify, or restore a backup"
                        .formatted(directory, what);
        return new StoreException(StoreException.Reason.READ, text, null);
    }
}
