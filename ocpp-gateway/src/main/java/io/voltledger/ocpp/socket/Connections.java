package io.voltledger.ocpp.socket;

import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.station.OpenSessions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The stations that are connected here, one link each; and what is remembered of those that were. */
public final class Connections {

    private final Map<StationId, StationLink> links = new ConcurrentHashMap<>();
    private final Map<StationId, OpenSessions> sessions = new ConcurrentHashMap<>();

    Optional<StationLink> find(StationId station) {
        return Optional.ofNullable(links.get(station));
    }

    OpenSessions sessionsOf(StationId station) {
        return sessions.computeIfAbsent(station, unseen -> new OpenSessions());
    }

    /** The newest link wins; the one before is closed. */
    void register(StationLink link) {
        StationLink before = links.put(link.station(), link);
        if (before != null) {
            before.close(CloseReason.REPLACED);
        }
    }

    /** Forgets the link, unless a newer one took its place. */
    void unregister(StationLink link) {
        links.remove(link.station(), link);
    }

    List<StationLink> all() {
        return List.copyOf(links.values());
    }
}
