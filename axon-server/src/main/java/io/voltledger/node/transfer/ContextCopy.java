package io.voltledger.node.transfer;

import io.axoniq.axonserver.grpc.event.Event;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies all events and snapshots of a context to one of another server, over the public API alone. The target must be empty or hold the beginning of the
 * source; then it goes on where the target ends, so that a copy that was interrupted is simply started again. At the end everything is compared.
 */
public final class ContextCopy {

    private static final int BATCH = 250;
    private static final int BATCH_BYTES = 1 << 20;
    private static final long SAMPLE = 1000;
    private static final long INTERVAL = 5_000_000_000L;

    /** What both ends hold now; the hashes are over all events. */
    public record Result(long events, long snapshots, String sourceHash, String targetHash) {}

    private final CopyEnd source;
    private final CopyEnd target;
    private final Consumer<String> progress;
    private long shown = System.nanoTime();

    private ContextCopy(CopyEnd source, CopyEnd target, Consumer<String> progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
    }

    /** Copies and compares; throws a {@link TransferException} when that does not succeed or the ends differ. */
    public static Result run(CopyEnd.Place from, CopyEnd.Place to, Consumer<String> progress)
            throws InterruptedException {
        try (var source = CopyEnd.connect(from);
                var target = CopyEnd.connect(to)) {
            return new ContextCopy(source, target, progress).run();
        }
    }

    private Result run() throws InterruptedException {
        var present = target.lastToken();
        var last = source.lastToken();
        checkBeginning(present, last);
        while (present < last) {
            copy(present + 1, last);
            present = last;
            last = source.lastToken();
        }
        return compare(last);
    }

    /** What the target holds must be the source's beginning; looks at its first and its last events. */
    private void checkBeginning(long present, long last) throws InterruptedException {
        if (present > last) {
            throw new TransferException(
                    "%s has %d events, more than %s with %d".formatted(target, present + 1, source, last + 1));
        }
        if (present >= 0) {
            progress.accept(String.format(Locale.ROOT, "%,d events are there already", present + 1));
            compare(0, Math.min(SAMPLE, present + 1), null);
            compare(Math.max(0, present + 1 - SAMPLE), present + 1, null);
        }
    }

    private void copy(long from, long last) throws InterruptedException {
        try (var events = new EventSequence(source, from)) {
            var batch = new ArrayList<Event>();
            var bytes = 0;
            for (var token = from; token <= last; token++) {
                var event = events.next();
                batch.add(event);
                bytes += event.getSerializedSize();
                if (batch.size() == BATCH || bytes >= BATCH_BYTES || token == last) {
                    target.answer(target.events().appendEvents(batch.toArray(Event[]::new)));
                    batch.clear();
                    bytes = 0;
                    tell("copied", token + 1, last + 1);
                }
            }
        }
    }

    private Result compare(long last) throws InterruptedException {
        var digests = new EventDigest[] {new EventDigest(), new EventDigest()};
        var snapshots = new SnapshotCopy(source, target);
        compare(0, last + 1, new Compared(digests, snapshots));
        var count = snapshots.finish();
        var atEnd = target.lastToken();
        if (atEnd != last) {
            throw new TransferException(
                    "%s has %d events and not %d: somebody else writes there".formatted(target, atEnd + 1, last + 1));
        }
        return new Result(last + 1, count, digests[0].hex(), digests[1].hex());
    }

    private record Compared(EventDigest[] digests, SnapshotCopy snapshots) {

        void see(Event one, Event other) throws InterruptedException {
            digests[0].add(one);
            digests[1].add(other);
            if (!one.getAggregateType().isEmpty() && one.getAggregateSequenceNumber() == 0) {
                snapshots.copy(one.getAggregateIdentifier());
            }
        }
    }

    private void compare(long from, long end, @Nullable Compared compared) throws InterruptedException {
        if (from >= end) {
            return;
        }
        try (var ones = new EventSequence(source, from);
                var others = new EventSequence(target, from)) {
            for (var token = from; token < end; token++) {
                var one = ones.next();
                var other = others.next();
                if (!one.equals(other)) {
                    throw new TransferException("Event %d of %s is not that of %s".formatted(token, target, source));
                }
                if (compared != null) {
                    compared.see(one, other);
                    tell("compared", token + 1, end);
                }
            }
        }
    }

    private void tell(String what, long done, long all) {
        if (System.nanoTime() - shown > INTERVAL) {
            shown = System.nanoTime();
            progress.accept(String.format(Locale.ROOT, "%,d of %,d events %s", done, all, what));
        }
    }
}
