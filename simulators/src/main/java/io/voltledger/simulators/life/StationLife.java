package io.voltledger.simulators.life;

import io.voltledger.simulators.station.CallFailed;
import io.voltledger.simulators.station.Charge;
import io.voltledger.simulators.station.SimulatedStation;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One station's day: cars come more often in the evening than at night, stay for a while, and now and then the network
 * breaks, in the midst of a charge as well. A car that is there at the end of the day leaves.
 */
final class StationLife {

    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(5);
    private static final Duration BOOTS_AGAIN = Duration.ofSeconds(30);
    private static final int READINGS_AN_HOUR = 12;
    private static final int MOST_READINGS = 36;
    private static final int[] KILOWATTS = {3, 7, 11, 22, 50};
    private static final double BREAKS = 0.02;
    private static final double STARTS_OFFLINE = 0.1;

    private final SimulatedStation station;
    private final String idTag;
    private final CompressedClock clock;
    private final Random random;
    private final List<LivedCharge> charges = new ArrayList<>();
    private long register;
    private int breaks;
    private int refused;

    StationLife(SimulatedStation station, String idTag, CompressedClock clock, Random random) {
        this.station = station;
        this.idTag = idTag;
        this.clock = clock;
        this.random = random;
        register = random.nextInt(1_000_000);
    }

    /** Lives until the clock's end; then all that the station has to say is acknowledged. */
    void live() {
        station.awaitConnected().boot();
        station.status(1, "Available");
        while (!clock.isOver()) {
            clock.pass(untilNextCar());
            if (clock.isOver()) {
                break;
            }
            serve();
        }
    }

    List<LivedCharge> charges() {
        return charges;
    }

    int breaks() {
        return breaks;
    }

    int refused() {
        return refused;
    }

    private void serve() {
        station.status(1, "Preparing");
        if (random.nextDouble() < STARTS_OFFLINE) {
            breakLine();
            charge();
        } else if (isAccepted()) {
            charge();
        } else {
            refused++;
        }
        var unused = station.statusLater(1, "Available");
    }

    private void charge() {
        long watts = 1_000L * KILOWATTS[random.nextInt(KILOWATTS.length)];
        long begun = register;
        Charge charge = station.startLater(1, idTag, register);
        int readings = 1 + random.nextInt(MOST_READINGS);
        for (int i = 0; i < readings && !clock.isOver(); i++) {
            clock.pass(BETWEEN_READINGS);
            register += watts / READINGS_AN_HOUR;
            var unused = charge.meterLater(register, watts);
            if (random.nextDouble() < BREAKS) {
                breakLine();
            }
        }
        charge.stop(register, "EVDisconnected");
        charges.add(new LivedCharge(station.id(), charge.transactionId(), register - begun));
    }

    private void breakLine() {
        breaks++;
        station.dropConnection();
    }

    /** A driver holds the card to the reader again where the line broke. */
    private boolean isAccepted() {
        while (true) {
            try {
                return station.authorize(idTag).equals("Accepted");
            } catch (CallFailed e) {
                clock.pass(BOOTS_AGAIN);
            }
        }
    }

    private Duration untilNextCar() {
        int hour = clock.instant().atZone(ZONE).getHour();
        double meanMinutes = hour < 6 ? 240 : hour < 16 ? 60 : 30;
        return Duration.ofMillis((long) (-Math.log(1 - random.nextDouble()) * meanMinutes * 60_000));
    }
}
