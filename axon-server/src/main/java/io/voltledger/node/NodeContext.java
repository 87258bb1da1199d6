package io.voltledger.node;

import io.voltledger.node.command.CommandRouter;
import io.voltledger.node.platform.Clients;
import io.voltledger.node.query.QueryRouter;
import io.voltledger.node.store.EventStore;

/**
 * One isolated context: its own events, handlers and applications.
 *
 * @param name the name that clients give in their calls' header
 */
record NodeContext(String name, EventStore store, CommandRouter commands, QueryRouter queries, Clients clients) {

    NodeContext(String name, EventStore store) {
        this(name, store, new CommandRouter(), new QueryRouter(), new Clients());
    }
}
