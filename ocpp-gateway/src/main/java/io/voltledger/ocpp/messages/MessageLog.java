package io.voltledger.ocpp.messages;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.voltledger.api.chargepoint.MessageLogQuery.ListStationMessages;
import io.voltledger.api.chargepoint.MessageLogQuery.StationMessages;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps frames by a thread of its own, in batches, from a bounded queue. What finds the queue full, or cannot be written,
 * is not logged; it is counted, and the log says so.
 */
public final class MessageLog implements MessageSink {

    private static final Logger LOG = LoggerFactory.getLogger(MessageLog.class);
    private static final int BATCH = 2_000;
    private static final Duration LINGER = Duration.ofMillis(50);
    private static final Duration TIDY_EVERY = Duration.ofSeconds(10);

    private final MessageLogSettings settings;
    private final String node;
    private final Clock clock;
    private final BlockingQueue<Message> queue;
    private final AtomicLong queuedText = new AtomicLong();
    private final Counter kept;
    private final Counter dropped;
    private double reported;
    private volatile @Nullable MessageStore store;
    private volatile boolean running;
    private @Nullable Thread writer;

    /** @param node this gateway's name */
    public MessageLog(MessageLogSettings settings, String node, Clock clock, MeterRegistry metrics) {
        this.settings = settings;
        this.node = node;
        this.clock = clock;
        queue = new ArrayBlockingQueue<>(settings.maxQueued());
        kept = Counter.builder("voltledger.ocpp.messages.kept")
                .description("Frames written to the message log")
                .register(metrics);
        dropped = Counter.builder("voltledger.ocpp.messages.dropped")
                .description("Frames that the message log missed, its queue being full or its disk failing")
                .register(metrics);
        Gauge.builder("voltledger.ocpp.messages.queued", queue, BlockingQueue::size)
                .description("Frames that wait to be written to the message log")
                .register(metrics);
    }

    public synchronized void start() {
        running = settings.enabled();
        if (running) {
            writer = Thread.ofPlatform().name("message-log").daemon().start(this::run);
        }
    }

    /** Writes what waits, and ends. */
    public synchronized void stop() {
        running = false;
        Thread writing = writer;
        if (writing == null) {
            return;
        }
        LockSupport.unpark(writing);
        try {
            writing.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer = null;
    }

    @Override
    public void note(Message message) {
        if (!running) {
            return;
        }
        int length = message.text().length();
        if (queuedText.addAndGet(length) > settings.maxQueuedText().toBytes() || !queue.offer(message)) {
            queuedText.addAndGet(-length);
            dropped.increment();
        }
    }

    /** Fails where the log is not kept here, or its disk failed. */
    @QueryHandler
    public StationMessages find(ListStationMessages query) {
        MessageStore open = store;
        if (open == null) {
            throw new IllegalStateException("The message log of " + node + " is not kept");
        }
        return open.find(query);
    }

    private void run() {
        long tidied = System.nanoTime() - TIDY_EVERY.toNanos();
        List<Message> batch = new ArrayList<>(BATCH);
        while (running || !queue.isEmpty()) {
            boolean tidy = System.nanoTime() - tidied >= TIDY_EVERY.toNanos();
            if (tidy) {
                tidied = System.nanoTime();
            }
            write(batch, tidy);
            if (running && batch.size() < BATCH) {
                LockSupport.parkNanos(LINGER.toNanos());
            }
            batch.clear();
        }
        MessageStore open = store;
        store = null;
        if (open != null) {
            open.close();
        }
    }

    private void write(List<Message> batch, boolean tidy) {
        queue.drainTo(batch, BATCH);
        batch.forEach(message -> queuedText.addAndGet(-message.text().length()));
        try {
            MessageStore open = store;
            if (open == null && tidy) {
                open = MessageStore.open(settings, node);
                store = open;
            }
            if (open == null) {
                dropped.increment(batch.size());
            } else if (!batch.isEmpty()) {
                open.write(batch);
                kept.increment(batch.size());
            }
            if (open != null && tidy) {
                open.tidy(clock.instant());
            }
        } catch (IOException | RuntimeException e) {
            dropped.increment(batch.size());
            LOG.error("Frames are not logged for now", e);
        }
        if (tidy) {
            report();
        }
    }

    private void report() {
        double now = dropped.count();
        if (now > reported) {
            LOG.warn("{} frames were not logged; stations were served all the same", Math.round(now - reported));
            reported = now;
        }
    }
}
