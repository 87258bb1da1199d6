package io.voltledger.node.processor;

import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the balancers of all contexts look at their processors every second. */
public final class Balancing implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Balancing.class);

    private final Supplier<Collection<Balancer>> balancers;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("node-balancing").daemon(true).factory());

    public Balancing(Supplier<Collection<Balancer>> balancers) {
        this.balancers = balancers;
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::balance, 1, 1, TimeUnit.SECONDS);
    }

    private void balance() {
        try {
            balancers.get().forEach(Balancer::balanceAgain);
        } catch (RuntimeException e) {
            log.error("Balancing failed", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
