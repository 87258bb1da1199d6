package io.voltledger.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be ended in reverse; one part that fails does not keep the others from ending. */
final class Closing {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private record Part(String name, AutoCloseable closeable) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    synchronized <P extends AutoCloseable> P add(String name, P part) {
        parts.push(new Part(name, part));
        return part;
    }

    /** True for the first caller only. */
    boolean begin() {
        return begun.compareAndSet(false, true);
    }

    synchronized void close() {
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            try {
                part.closeable().close();
                LOG.info("Ended: {}", part.name());
            } catch (Exception e) {
                LOG.error("{} did not end cleanly", part.name(), e);
            }
        }
    }
}
