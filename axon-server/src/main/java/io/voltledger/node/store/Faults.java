package io.voltledger.node.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Faults of a store. Of each kind the first hundred are told, the others only counted. */
final class Faults {

    private static final long TOLD = 100;

    private final Consumer<String> listener;
    private final Map<String, Long> counts = new HashMap<>();

    Faults(Consumer<String> listener) {
        this.listener = listener;
    }

    void add(String kind, String text) {
        var count = counts.merge(kind, 1L, Long::sum);
        if (count <= TOLD) {
            listener.accept(text);
        } else if (count == TOLD + 1) {
            listener.accept("more of this kind are counted, not shown");
        }
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
