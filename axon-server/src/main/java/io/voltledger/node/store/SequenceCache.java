package io.voltledger.node.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Highest sequence of the aggregates written last; bounded, and used by the writer thread only. */
final class SequenceCache {

    private static final int LIMIT = 100_000;

    private final Map<String, Long> highest = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > LIMIT;
        }
    };

    @Nullable Long find(String aggregate) {
        return highest.get(aggregate);
    }

    void put(String aggregate, long sequence) {
        highest.put(aggregate, sequence);
    }

    void clear() {
        highest.clear();
    }
}
