package io.voltledger.saga.notification;

import java.util.Collection;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Hands records on in the order that they were fetched in. The extension's own buffer sorts them by time over all
 * partitions, while each record's token holds the positions of all partitions when it was fetched: a record that is
 * overtaken then carries a token that the processor has passed already, and is skipped for good.
 */
final class ArrivalBuffer<E> implements Buffer<E> {

    private static final int CAPACITY = 1_000;
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final LinkedBlockingQueue<E> records = new LinkedBlockingQueue<>(CAPACITY);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    @Override
    public void put(E record) throws InterruptedException {
        records.put(record);
    }

    @Override
    public void putAll(Collection<E> fetched) throws InterruptedException {
        for (E record : fetched) {
            records.put(record);
        }
    }

    @Override
    public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
        throwFailure();
        E record = records.poll(timeout, unit);
        throwFailure();
        return record;
    }

    /** Waits in turns, so that a failure of the fetcher reaches who waits. */
    @Override
    public E take() throws InterruptedException {
        while (true) {
            E record = poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            if (record != null) {
                return record;
            }
        }
    }

    @Override
    public @Nullable E peek() {
        throwFailure();
        return records.peek();
    }

    @Override
    public int size() {
        return records.size();
    }

    @Override
    public boolean isEmpty() {
        return records.isEmpty();
    }

    @Override
    public int remainingCapacity() {
        return records.remainingCapacity();
    }

    @Override
    public void clear() {
        records.clear();
    }

    /** The fetcher failed: the next reader learns it, once. */
    @Override
    public void setException(RuntimeException cause) {
        failure.set(cause);
    }

    private void throwFailure() {
        RuntimeException cause = failure.getAndSet(null);
        if (cause != null) {
            throw cause;
        }
    }
}
