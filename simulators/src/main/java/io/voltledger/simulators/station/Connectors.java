package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** The connectors of a station: which are out of use, and which are kept for whom. Guarded by its own monitor. */
final class Connectors {

    static final int COUNT = 2;

    private record Reservation(int connector, String idTag, Instant expiresAt) {}

    private final IntPredicate charging;
    private final StationVoice voice;
    private final Set<Integer> inoperative = new HashSet<>();
    private final Map<Integer, Reservation> reservations = new HashMap<>();

    /** @param charging whether a connector is in use */
    Connectors(IntPredicate charging, StationVoice voice) {
        this.charging = charging;
        this.voice = voice;
    }

    static boolean exists(int connector) {
        return connector >= 0 && connector <= COUNT;
    }

    synchronized boolean isOperative(int connector) {
        return !inoperative.contains(0) && !inoperative.contains(connector);
    }

    /** Connector 0 is all of them. */
    synchronized Reply changeAvailability(JsonNode request) {
        int connector = request.path("connectorId").asInt();
        boolean operative = request.path("type").asText().equals("Operative");
        if (!exists(connector)) {
            return Reply.status("Rejected");
        }
        if (operative) {
            inoperative.remove(connector);
        } else {
            inoperative.add(connector);
        }
        return charging.test(connector)
                ? Reply.status("Scheduled")
                : Reply.status("Accepted").then(() -> voice.status(connector, operative ? "Available" : "Unavailable"));
    }

    Reply unlock(JsonNode request) {
        int connector = request.path("connectorId").asInt();
        return Reply.status(exists(connector) && connector > 0 ? "Unlocked" : "NotSupported");
    }

    synchronized Reply reserve(JsonNode request) {
        int connector = request.path("connectorId").asInt();
        int id = request.path("reservationId").asInt();
        Instant expiresAt =
                OffsetDateTime.parse(request.path("expiryDate").asText()).toInstant();
        reservations.values().removeIf(known -> known.expiresAt().isBefore(Instant.now()));
        if (!exists(connector) || expiresAt.isBefore(Instant.now())) {
            return Reply.status("Rejected");
        }
        if (!isOperative(connector)) {
            return Reply.status("Unavailable");
        }
        boolean taken = reservations.entrySet().stream()
                .anyMatch(known -> known.getKey() != id && known.getValue().connector() == connector);
        if (taken || charging.test(connector)) {
            return Reply.status("Occupied");
        }
        reservations.put(id, new Reservation(connector, request.path("idTag").asText(), expiresAt));
        return Reply.status("Accepted").then(() -> voice.status(connector, "Reserved"));
    }

    synchronized Reply cancel(JsonNode request) {
        Reservation cancelled =
                reservations.remove(request.path("reservationId").asInt());
        return cancelled == null
                ? Reply.status("Rejected")
                : Reply.status("Accepted").then(() -> voice.status(cancelled.connector(), "Available"));
    }

    /** The reservation that a start with this tag uses; it is over then. */
    synchronized Optional<Integer> use(int connector, String idTag) {
        Optional<Integer> used = reservations.entrySet().stream()
                .filter(known -> known.getValue().idTag().equalsIgnoreCase(idTag))
                .filter(known -> known.getValue().connector() == connector
                        || known.getValue().connector() == 0)
                .map(Map.Entry::getKey)
                .findFirst();
        used.ifPresent(reservations::remove);
        return used;
    }
}
