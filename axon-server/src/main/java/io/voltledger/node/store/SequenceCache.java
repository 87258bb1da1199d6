package io.voltledger.node.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Highest sequence of the aggregates written last; used by the writer thread only. It keeps all that is put into it until it is trimmed: what is staged
 * and not yet written is known nowhere else.
 */
final class SequenceCache {

    private static final int LIMIT = 100_000;

    private final Map<String, Long> highest = new LinkedHashMap<>(1024, 0.75f, true);

    @Nullable Long find(String aggregate) {
        return highest.get(aggregate);
    }

    void put(String aggregate, long sequence) {
        highest.put(aggregate, sequence);
    }

    /** Forgets those that were not used for longest, above the limit. */
    void trim() {
        var eldest = highest.keySet().iterator();
        while (highest.size() > LIMIT) {
            eldest.next();
            eldest.remove();
        }
    }

    void clear() {
        highest.clear();
    }
}
