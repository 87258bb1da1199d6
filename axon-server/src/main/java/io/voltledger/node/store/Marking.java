package io.voltledger.node.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes once a second what is on the disk for sure; syncs the log before, where commits are not synced one by one. */
final class Marking implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Marking.class);

    private final Database database;
    private final boolean everyCommit;
    private final LongSupplier lastToken;
    private final Watermark.Writer file;
    private final ScheduledExecutorService timer;
    private @Nullable Watermark written;

    Marking(Database database, SyncMode sync, String name, LongSupplier lastToken) {
        this.database = database;
        this.lastToken = lastToken;
        everyCommit = sync == SyncMode.EVERY_COMMIT;
        try {
            file = Watermark.Writer.open(database.directory());
            mark();
        } catch (IOException e) {
            throw StoreException.write(e);
        }
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("node-sync-" + name).daemon(true).factory());
        timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            mark();
        } catch (IOException | StoreException e) {
            log.error("What is on the disk could not be noted", e);
        }
    }

    private synchronized void mark() throws IOException {
        var token = lastToken.getAsLong();
        var sequence = database.sequence();
        if (written != null && written.sequence() == sequence) {
            return;
        }
        if (!everyCommit) {
            database.sync();
        }
        var manifest = database.directory()
                .resolve(Files.readString(database.directory().resolve("CURRENT"))
                        .strip());
        var number =
                Long.parseLong(manifest.toString().substring(manifest.toString().lastIndexOf('-') + 1));
        var mark = new Watermark(sequence, token, number, syncedSize(manifest), everyCommit);
        file.write(mark);
        written = mark;
    }

    private static long syncedSize(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var size = channel.size();
            channel.force(true);
            return size;
        }
    }

    /** Notes it once more and ends; nothing may be written to the store any more. */
    @Override
    public void close() {
        timer.close();
        try (file) {
            database.sync();
            mark();
        } catch (IOException | StoreException e) {
            log.error("What is on the disk could not be noted", e);
        }
    }
}
