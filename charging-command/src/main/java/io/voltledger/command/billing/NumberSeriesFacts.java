package io.voltledger.command.billing;

import io.voltledger.api.billing.BillSeriesEvent.NumberGiven;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a series.
 *
 * @param last the last number given; 0 before the first
 * @param recent what was given last: whoever asks again for a document asks soon
 */
record NumberSeriesFacts(long last, List<NumberGiven> recent) {

    static final NumberSeriesFacts NONE = new NumberSeriesFacts(0, List.of());

    /** More than can be under way at once: each of the few segments that number bills waits for one. */
    private static final int REMEMBERED = 256;

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
        List<NumberGiven> latest = new ArrayList<>(recent);
        latest.add(given);
        return new NumberSeriesFacts(
                given.number(), latest.subList(Math.max(0, latest.size() - REMEMBERED), latest.size()));
    }
}
