package io.voltledger.node.http;

import java.util.List;

/** What the HTTP side can say about the node. */
public interface Status {

    /** Whether it takes events. */
    boolean isUp();

    List<String> contexts();

    /** All metrics in Prometheus' text format. */
    String metrics();
}
