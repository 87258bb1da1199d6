package io.voltledger.ocpp.station;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.session.SessionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sessions of one station that this gateway heard of and that have not stopped: one a connector at most. It is a
 * memory of convenience, for frames that name no transaction; it may know less than the event store, never more.
 */
public final class OpenSessions {

    private static final int MAX_REMEMBERED = 64;

    private final Map<ConnectorId, SessionId> open = bounded();
    private final Map<String, SessionId> assumed = bounded();
    private final Set<SessionId> ended = Collections.newSetFromMap(bounded());

    /** A start was recorded: whatever was open on the connector is over. */
    public synchronized void began(ConnectorId connector, SessionId session) {
        open.put(connector, session);
        ended.remove(session);
    }

    /** A reading named this session. */
    public synchronized void heardOf(ConnectorId connector, SessionId session) {
        if (connector.value() > 0 && !ended.contains(session) && !open.containsValue(session)) {
            open.putIfAbsent(connector, session);
        }
    }

    public synchronized void ended(SessionId session) {
        open.values().remove(session);
        ended.add(session);
    }

    public synchronized Optional<SessionId> on(ConnectorId connector) {
        return Optional.ofNullable(open.get(connector));
    }

    /** False where the session is unknown, or ended. */
    public synchronized boolean isOpen(SessionId session) {
        return open.containsValue(session);
    }

    /** Where the session goes on, as far as that is known. */
    public synchronized Optional<ConnectorId> connectorOf(SessionId session) {
        return open.entrySet().stream()
                .filter(entry -> entry.getValue().equals(session))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The session that a stop without a transaction id ends: the station's only one; repeated, the same again.
     *
     * @param stop what tells this stop from others
     */
    public synchronized Optional<SessionId> assumeStopped(String stop) {
        Optional<SessionId> session = Optional.ofNullable(assumed.get(stop)).or(this::only);
        session.ifPresent(found -> assumed.put(stop, found));
        return session;
    }

    /** The station's session, where it has exactly one. */
    private Optional<SessionId> only() {
        List<SessionId> all = List.copyOf(open.values());
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MAX_REMEMBERED;
            }
        };
    }
}
