package io.voltledger.simulators.past;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The platform's event store, reached as its modules reach it. */
final class History implements AutoCloseable {

    private static final int BUFFER = 1000;
    private static final int CONNECT_SECONDS = 10;
    private static final int EVENT_SECONDS = 30;

    private final AxonServerConnectionFactory factory;
    private final EventChannel events;

    private History(AxonServerConnectionFactory factory, EventChannel events) {
        this.factory = factory;
        this.events = events;
    }

    static History open(String host, int port) {
        AxonServerConnectionFactory factory = AxonServerConnectionFactory.forClient("bench-past", "bench-past")
                .routingServers(new ServerAddress(host, port))
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .build();
        AxonServerConnection connection = factory.connect("default");
        return new History(factory, connection.eventChannel());
    }

    EventChannel events() {
        return events;
    }

    /** Position of the last event; -1 where there is none. */
    long end() {
        return events.getLastToken().join();
    }

    /** The sequence number that an aggregate's next event has. */
    long nextSequence(String aggregate) {
        return events.findHighestSequence(aggregate).join() + 1;
    }

    /** What was recorded behind a position. */
    List<EventWithToken> since(long position) throws InterruptedException {
        List<EventWithToken> found = new ArrayList<>();
        long end = end();
        try (EventStream stream = events.openStream(position, BUFFER)) {
            while (found.size() < end - position) {
                EventWithToken next = stream.nextIfAvailable(EVENT_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new IllegalStateException("The event store gave no event for " + EVENT_SECONDS + " s");
                }
                found.add(next);
            }
        }
        return found;
    }

    @Override
    public void close() {
        factory.shutdown();
    }
}
