package io.voltledger.node.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What waits for one connected handler. Items go out while there are permits; the rest queues by priority, in order within one priority, up to a
 * bound. Closing hands back what was still waiting.
 */
public final class Outbox<T extends Outbox.Item> {

    /** Most items that wait for one handler. */
    public static final int CAPACITY = 10_000;

    /** Something with a priority. */
    public interface Item {
        /** Higher goes first. */
        long priority();

        /** Whether nobody waits any more for what would come of it. */
        default boolean isStale() {
            return false;
        }
    }

    /** What became of an offered item. */
    public enum Offer {
        TAKEN,
        FULL,
        CLOSED
    }

    private record Waiting<T>(T item, long priority, long order) {}

    private final Consumer<T> sender;
    private final Consumer<T> refused;
    private final PriorityQueue<Waiting<T>> queue = new PriorityQueue<>(
            Comparator.<Waiting<T>>comparingLong(Waiting::priority).reversed().thenComparingLong(Waiting::order));
    private long permits;
    private long order;
    private boolean closed;

    /**
     * @param sender is called by one thread at a time and must not block
     * @param refused gets what has become stale instead, when its turn comes
     */
    public Outbox(Consumer<T> sender, Consumer<T> refused) {
        this.sender = sender;
        this.refused = refused;
    }

    public synchronized Offer offer(T item) {
        if (closed) {
            return Offer.CLOSED;
        }
        if (permits > 0 && queue.isEmpty()) {
            permits--;
            sender.accept(item);
            return Offer.TAKEN;
        }
        if (queue.size() >= CAPACITY) {
            return Offer.FULL;
        }
        queue.add(new Waiting<>(item, item.priority(), order++));
        return Offer.TAKEN;
    }

    public void permit(long more) {
        send(more).forEach(refused);
    }

    private synchronized List<T> send(long more) {
        List<T> stale = new ArrayList<>();
        permits += more;
        while (permits > 0 && !closed && queue.poll() instanceof Waiting<T> next) {
            if (next.item().isStale()) {
                stale.add(next.item());
            } else {
                permits--;
                sender.accept(next.item());
            }
        }
        return stale;
    }

    /** Sends past the queue, without taking a permit, but never while another message is being sent. */
    public synchronized void bypass(Runnable send) {
        if (!closed) {
            send.run();
        }
    }

    /** Takes waiting items out of the queue. */
    public synchronized List<T> remove(Predicate<T> which) {
        var removed = new ArrayList<T>();
        queue.removeIf(waiting -> which.test(waiting.item()) && removed.add(waiting.item()));
        return removed;
    }

    public synchronized int size() {
        return queue.size();
    }

    /** Ends it; the answer is what was never sent. */
    public synchronized List<T> close() {
        closed = true;
        return remove(item -> true);
    }
}
