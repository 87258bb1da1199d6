package io.voltledger.node.http;

import java.util.List;

/** What the HTTP side can say about the node. */
public interface Status {

    /** Whether it takes events. */
    boolean isUp();

    List<String> contexts();

    /**
     * Steers an event processor.
     *
     * @return whether it was done; false too when no connected application runs it
     */
    boolean operate(ProcessorOperation operation, String component, String processor);

    /** All metrics in Prometheus' text format. */
    String metrics();
}
