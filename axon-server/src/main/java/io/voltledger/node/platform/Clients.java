package io.voltledger.node.platform;

import io.axoniq.axonserver.grpc.control.EventProcessorInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The applications that are connected to one context, with what they last said about their event processors. */
public final class Clients {

    private final Map<String, ClientSession> sessions = new ConcurrentHashMap<>();

    void add(ClientSession session) {
        sessions.put(session.clientId(), session);
    }

    void remove(ClientSession session) {
        sessions.remove(session.clientId(), session);
    }

    Optional<ClientSession> find(String clientId) {
        return Optional.ofNullable(sessions.get(clientId));
    }

    /** The connected applications. */
    public List<ClientSession> connected() {
        return List.copyOf(sessions.values());
    }

    /** Applications that run an event processor. */
    List<ClientSession> running(String processor) {
        return sessions.values().stream()
                .filter(session -> session.processors().stream()
                        .map(EventProcessorInfo::getProcessorName)
                        .anyMatch(processor::equals))
                .toList();
    }

    public int count() {
        return sessions.size();
    }
}
