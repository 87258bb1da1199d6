package io.voltledger.node.store;

/** The column families of a context's database. */
enum Column {
    /** Token to serialised event: the log. */
    EVENTS("events"),
    /** Aggregate and sequence to token. */
    AGGREGATES("aggregates"),
    /** Aggregate and order of storing to serialised snapshot. */
    SNAPSHOTS("snapshots"),
    /** Each new highest timestamp to the token that brought it. */
    TIMES("times"),
    /** Schedule token to due instant and serialised event. */
    SCHEDULES("schedules");

    private final String id;

    Column(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
