package io.voltledger.node.http;

import java.util.Arrays;
import java.util.Optional;

/** What can be done with an event processor, each under its own path. */
public enum ProcessorOperation {
    PAUSE("pause"),
    START("start"),
    SPLIT("segments/split"),
    MERGE("segments/merge");

    private final String path;

    ProcessorOperation(String path) {
        this.path = path;
    }

    static Optional<ProcessorOperation> at(String path) {
        return Arrays.stream(values())
                .filter(operation -> operation.path.equals(path))
                .findFirst();
    }
}
