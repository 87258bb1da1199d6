package io.voltledger.node.platform;

import io.voltledger.node.wire.Streams;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The applications that are connected to one context, with what they last said about their event processors. */
public final class Clients {

    private final Map<String, ClientSession> sessions = new ConcurrentHashMap<>();
    private final Streams streams;

    /** The streams are all that the context's clients have opened, instruction streams and others. */
    public Clients(Streams streams) {
        this.streams = streams;
    }

    Streams streams() {
        return streams;
    }

    void add(ClientSession session) {
        sessions.put(session.clientId(), session);
    }

    void remove(ClientSession session) {
        sessions.remove(session.clientId(), session);
    }

    /** The connected applications. */
    public List<ClientSession> connected() {
        return List.copyOf(sessions.values());
    }

    public int count() {
        return sessions.size();
    }
}
