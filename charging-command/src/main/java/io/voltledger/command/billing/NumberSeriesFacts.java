package io.voltledger.command.billing;

import io.voltledger.api.billing.BillSeriesEvent.NumberGiven;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a series.
 *
 * @param last the last number given; 0 before the first
 * @param recent what was given last, in order: whoever asks again for a document asks soon, or died and is replaced by another
 */
record NumberSeriesFacts(long last, List<NumberGiven> recent) {

    static final NumberSeriesFacts NONE = new NumberSeriesFacts(0, List.of());

    private static final int REMEMBERED = 256;

    /**
     * Who numbers bills does so one after the other in each of its segments, and a segment has whole lanes: both are cut by the hash
     * of the bill's aggregate. So what is under way, or was when a process died, is the last of its lane, however many numbers
     * others were given since.
     */
    private static final int LANES = 64;

    NumberSeriesFacts {
        recent = List.copyOf(recent);
    }

    Optional<NumberGiven> given(String document) {
        return recent.stream()
                .filter(given ->
                        NumberedDocument.of(given.bill(), given.creditNote()).equals(document))
                .findFirst();
    }

    NumberSeriesFacts with(NumberGiven given) {
        List<NumberGiven> all = new ArrayList<>(recent);
        all.add(given);
        Map<Integer, Long> lastOfLanes = new HashMap<>();
        all.forEach(known -> lastOfLanes.put(lane(known), known.number()));
        all.removeIf(
                known -> known.number() <= given.number() - REMEMBERED && !lastOfLanes.containsValue(known.number()));
        return new NumberSeriesFacts(given.number(), all);
    }

    private static int lane(NumberGiven given) {
        return Math.floorMod(given.bill().toString().hashCode(), LANES);
    }
}
