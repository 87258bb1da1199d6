package io.voltledger.command.session;

import io.voltledger.api.session.ChargingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which charging state began when, in order of time, in whichever order it came in; of two at one instant the one that came
 * last. Of more than {@value #MOST} the last of each minute is kept, or of as many minutes as it takes.
 *
 * @param stretch seconds for which no more than one is kept; 0 while all are
 */
record StateLog(List<Change> changes, long stretch) {

    static final int MOST = 240;
    static final StateLog EMPTY = new StateLog(List.of(), 0);

    private static final long MINUTE = 60;

    StateLog {
        changes = List.copyOf(changes);
    }

    /** What goes on from an instant. */
    record Change(Instant at, ChargingState state) {}

    /** Empty before the first one. */
    Optional<ChargingState> at(Instant instant) {
        return changes.stream()
                .filter(change -> !change.at().isAfter(instant))
                .reduce((first, second) -> second)
                .map(Change::state);
    }

    StateLog with(ChargingState state, Instant at) {
        TreeMap<Instant, Change> all = new TreeMap<>();
        changes.forEach(change -> all.put(change.at(), change));
        all.put(at, new Change(at, state));
        return stretch == 0 && all.size() <= MOST
                ? new StateLog(new ArrayList<>(all.values()), 0)
                : thinned(all.values());
    }

    private StateLog thinned(Collection<Change> all) {
        long seconds = Thinning.seconds(all.stream().map(Change::at).toList(), Math.max(stretch, MINUTE), MOST);
        Collection<Change> kept = all.stream()
                .collect(Collectors.toMap(
                        change -> Thinning.stretchOf(change.at(), seconds),
                        change -> change,
                        (earlier, later) -> later,
                        TreeMap::new))
                .values();
        return new StateLog(new ArrayList<>(kept), seconds);
    }
}
