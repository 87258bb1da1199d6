package io.voltledger.node.processor;

import java.util.Arrays;
import java.util.Optional;

/** How segments are spread over the instances of a processor. */
public enum Strategy {
    /** They stay where they are. */
    DEFAULT("default", "Default (no balancing)"),
    /** Each instance has segments in proportion to its threads. */
    THREAD_NUMBER("threadNumber", "Thread Number");

    private final String id;
    private final String label;

    Strategy(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Its name in the public API. */
    public String id() {
        return id;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    public static Optional<Strategy> of(String id) {
        return Arrays.stream(values())
                .filter(strategy -> strategy.id.equals(id))
                .findFirst();
    }
}
