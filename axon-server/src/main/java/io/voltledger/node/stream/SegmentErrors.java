package io.voltledger.node.stream;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Segments that a client could not go on with: they rest for a second, and twice as long each time that it happens again, up to a minute. */
final class SegmentErrors {

    private static final int LONGEST_SECONDS = 60;

    private final Runnable resume;
    private final Map<Integer, String> errors = new HashMap<>();
    private final Map<Integer, Integer> rests = new HashMap<>();
    private final Set<Integer> held = new HashSet<>();

    /** The action is run when a segment has rested. */
    SegmentErrors(Runnable resume) {
        this.resume = resume;
    }

    /** What was last wrong with a segment, empty when it works. */
    synchronized String of(int segment) {
        return errors.getOrDefault(segment, "");
    }

    synchronized boolean isHeld(int segment) {
        return held.contains(segment);
    }

    synchronized void forget(int segment) {
        errors.remove(segment);
        rests.remove(segment);
    }

    synchronized void hold(int segment, String error) {
        var rest = rests.merge(segment, 1, (before, one) -> Math.min(LONGEST_SECONDS, before * 2));
        errors.put(segment, error);
        held.add(segment);
        CompletableFuture.delayedExecutor(rest, TimeUnit.SECONDS).execute(() -> release(segment));
    }

    private void release(int segment) {
        synchronized (this) {
            held.remove(segment);
        }
        resume.run();
    }
}
