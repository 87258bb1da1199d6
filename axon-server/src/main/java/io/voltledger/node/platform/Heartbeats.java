package io.voltledger.node.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends every application a heartbeat and ends the streams of one that used to answer and has fallen silent. */
public final class Heartbeats implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Heartbeats.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Supplier<Collection<Clients>> contexts;
    private final Duration timeout;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("node-heartbeat").daemon(true).factory());

    public Heartbeats(Supplier<Collection<Clients>> contexts, Duration timeout) {
        this.contexts = contexts;
        this.timeout = timeout;
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::beat, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        contexts.get().forEach(clients -> clients.connected().forEach(session -> beat(clients, session)));
    }

    private void beat(Clients clients, ClientSession session) {
        try {
            if (session.unansweredBeats() > timeout.dividedBy(INTERVAL)) {
                log.warn("Application {} has been silent for {} and is dropped", session.clientId(), timeout);
                clients.streams().drop(session.clientId());
            } else {
                session.beat();
            }
        } catch (RuntimeException e) {
            log.warn("Heartbeat to {} failed", session.clientId(), e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
