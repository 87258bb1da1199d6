package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.Reservation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of what a station keeps.
 *
 * @param reservations neither used nor cancelled, nor long expired, by number
 */
record StationRecordFacts(Map<Integer, Reservation> reservations) {

    static final StationRecordFacts NONE = new StationRecordFacts(Map.of());

    StationRecordFacts {
        reservations = Map.copyOf(reservations);
    }

    StationRecordFacts with(Reservation made, Instant at) {
        Map<Integer, Reservation> more = new HashMap<>(reservations);
        more.values().removeIf(reservation -> reservation.expiresAt().isBefore(at));
        more.put(made.id(), made);
        return new StationRecordFacts(more);
    }

    StationRecordFacts without(int reservation) {
        Map<Integer, Reservation> fewer = new HashMap<>(reservations);
        fewer.remove(reservation);
        return new StationRecordFacts(fewer);
    }
}
