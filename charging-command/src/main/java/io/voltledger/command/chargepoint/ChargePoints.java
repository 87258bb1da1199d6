package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.ChargePointEvent;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.EventStreams;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What other contexts may know of charge points, read fresh from their streams. */
@Component
public class ChargePoints {

    private final EventStreams streams;

    ChargePoints(EventStreams streams) {
        this.streams = streams;
    }

    /** What a session at the station costs now; empty where it has no tariff or is not registered. */
    public Optional<TariffId> tariffOf(StationId station) {
        return Optional.ofNullable(factsOf(station).tariff());
    }

    /** Whether anybody made the station known. */
    public boolean isRegistered(StationId station) {
        return factsOf(station).registered() != null;
    }

    /** The gateway node that holds the station's socket; empty while it is offline. */
    Optional<String> nodeOf(StationId station) {
        return Optional.ofNullable(factsOf(station).node());
    }

    private ChargePointFacts factsOf(StationId station) {
        return streams.fold(
                station.toString(),
                ChargePointFacts.NONE,
                ChargePointFacts.class,
                ChargePointEvent.class,
                ChargePointDecider::evolve);
    }
}
