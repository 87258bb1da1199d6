package io.voltledger.ocpp.socket;

import com.sun.management.UnixOperatingSystemMXBean;
import io.micrometer.core.instrument.Metrics;
import io.netty.channel.Channel;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many sockets this process may hold for stations. Each takes a file descriptor, and a process that has none left cannot write
 * what it acknowledges: so some are left for its files, and whoever comes when all others are taken is sent away.
 */
final class Places {

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);
    private static final int FOR_FILES = 2_000;
    private static final long SILENCE = TimeUnit.MINUTES.toNanos(1);

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong said = new AtomicLong(System.nanoTime() - SILENCE);

    Places(int most) {
        this.most = most;
    }

    /** All but those for files, or half where there are few; without bound where the system has none. */
    static Places ofThisProcess() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? new Places(beside(system.getMaxFileDescriptorCount()))
                : new Places(Integer.MAX_VALUE);
    }

    static int beside(long descriptors) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(descriptors / 2, descriptors - FOR_FILES));
    }

    /** Whether there is one for a socket, which gives it back when it closes; else the socket is closed. */
    boolean take(Channel channel) {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            Metrics.counter("voltledger.ocpp.connections.refused", "reason", "full")
                    .increment();
            sayNowAndThen();
            channel.close();
            return false;
        }
        channel.closeFuture().addListener(closed -> taken.decrementAndGet());
        return true;
    }

    private void sayNowAndThen() {
        long before = said.get();
        if (System.nanoTime() - before >= SILENCE && said.compareAndSet(before, System.nanoTime())) {
            LOG.warn("No place for another connection beside {}; let the process open more files", most);
        }
    }
}
