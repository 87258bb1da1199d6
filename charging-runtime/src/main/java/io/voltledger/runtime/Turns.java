package io.voltledger.runtime;

import java.time.Duration;

/**
 * The turns of all followers of this process. While callers are a crowd one follower works at a time, and three quarters of
 * the time none; otherwise each may begin at once.
 */
final class Turns {

    /** How often a follower that waits looks again. */
    static final Duration LOOK = Duration.ofMillis(50);
    /** After which a follower works whatever the crowd: it keeps its claim and does not stand still. */
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    private static final int SHARE = 4;

    private final Callers callers;
    private boolean taken;
    private boolean resting;
    private long free;

    Turns(Callers callers) {
        this.callers = callers;
    }

    boolean areScarce() {
        return callers.areCrowd();
    }

    /** Whether a follower that has waited since then, as {@link System#nanoTime()}, may work now; it says when it is {@link #done}. */
    synchronized boolean begin(long since, long now) {
        if (areScarce() && now - since < PATIENCE && (taken || resting && now - free < 0)) {
            return false;
        }
        taken = true;
        return true;
    }

    synchronized void done(long began, long now) {
        taken = false;
        resting = true;
        free = now + (SHARE - 1) * (now - began);
    }
}
