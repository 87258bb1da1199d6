package io.voltledger.simulators.past;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.voltledger.simulators.station.BenchRegistration;
import io.voltledger.simulators.station.Charge;
import io.voltledger.simulators.station.SimulatedStation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * The one real charge: a driver with a card charges for a short time, with one reading, and pays.
 *
 * @param session its id
 * @param station where it was
 * @param token what it was started with
 * @param member who paid
 * @param begin when it began, to the second
 */
record PatternCharge(String session, String station, String token, String member, Instant begin) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int QUIET_LOOKS = 8;
    private static final int REGISTER = 1_000;
    private static final int DRAWN = 900;
    private static final int POWER = 7_200;

    /** Charges; answers when it is over at the station. */
    static PatternCharge at(URI ocpp, BenchRegistration registration) {
        String name = UUID.randomUUID().toString().substring(0, 8);
        String station = "PATTERN-" + name;
        String token = "PATTERN-TAG-" + name.toUpperCase(Locale.ROOT); // the platform knows no other case
        String member = "PATTERN-MEMBER-" + name;
        registration.station(station);
        registration.token(token, member);
        registration.card(member);
        try (SimulatedStation simulated = SimulatedStation.connect(ocpp, station)) {
            simulated.awaitConnected().boot();
            Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Charge charge = simulated.start(1, token, REGISTER);
            charge.meter(REGISTER + DRAWN, POWER);
            charge.stop(REGISTER + DRAWN);
            return new PatternCharge(station + ":" + charge.transactionId(), station, token, member, begin);
        }
    }

    String transaction() {
        return session.substring(station.length() + 1);
    }

    /** Waits until the platform has nothing more to say and its followers have read all; answers what it recorded of the charge, in order. */
    List<EventWithToken> recorded(History history, Followers followers, long since) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        long end = history.end();
        for (int quiet = 0; quiet < QUIET_LOOKS; quiet++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            long now = history.end();
            if (now != end || !isPaid(history, since) || !areCaughtUp(followers)) {
                quiet = -1;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The charge " + session + " is not paid, or followers are behind");
            }
            end = now;
        }
        return own(history, since);
    }

    private boolean isPaid(History history, long since) throws InterruptedException {
        List<String> types = own(history, since).stream()
                .map(each -> each.getEvent().getPayload().getType())
                .toList();
        return types.stream().anyMatch(type -> type.endsWith("BillPaid"))
                && types.stream().anyMatch(type -> type.endsWith("BillNumbered"));
    }

    private static boolean areCaughtUp(Followers followers) {
        return followers.all().stream().allMatch(Followers.Follower::caughtUp);
    }

    private List<EventWithToken> own(History history, long since) throws InterruptedException {
        return history.since(since).stream()
                .filter(each -> names(each.getEvent()))
                .toList();
    }

    private boolean names(Event event) {
        return event.getAggregateIdentifier().contains(session)
                || event.getPayload().getData().toStringUtf8().contains(session);
    }
}
