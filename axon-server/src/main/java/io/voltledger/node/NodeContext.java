package io.voltledger.node;

import io.voltledger.node.command.CommandRouter;
import io.voltledger.node.platform.Clients;
import io.voltledger.node.processor.Balancer;
import io.voltledger.node.processor.ProcessorContext;
import io.voltledger.node.processor.Processors;
import io.voltledger.node.query.QueryRouter;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.stream.PersistentStreams;
import io.voltledger.node.wire.Streams;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * One isolated context: its own events, handlers and applications.
 *
 * @param name the name that clients give in their calls' header
 * @param readers where everything runs that reads the store; the store is open as long as they are
 * @param streams the long-lived streams of the context's clients
 */
record NodeContext(
        String name,
        EventStore store,
        Readers readers,
        Streams streams,
        CommandRouter commands,
        QueryRouter queries,
        Clients clients,
        ProcessorContext processors,
        PersistentStreams persistentStreams) {

    static NodeContext of(String name, EventStore store, Executor readers) {
        var reading = new Readers(readers);
        var streams = new Streams();
        var clients = new Clients(streams);
        var processors = new Processors(clients);
        var balancer = new Balancer(processors, store.notes(), Clock.systemUTC());
        return new NodeContext(
                name,
                store,
                reading,
                streams,
                new CommandRouter(),
                new QueryRouter(),
                clients,
                new ProcessorContext(name, processors, balancer),
                new PersistentStreams(store, reading));
    }

    /** Ends reads, then the store with what was submitted to it. The streams must have been ended before. */
    void close() {
        readers.close();
        store.close();
    }
}
