package io.voltledger.node.stream;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Who gets how many segments: every client as many as any other, or one more. */
final class Shares {

    private Shares() {}

    /** What clients with more than their share have to give up, so that others can have it. */
    static List<Delivery> tooMany(List<Consumer> consumers, Collection<Delivery> open, int segments) {
        if (consumers.isEmpty()) {
            return List.of();
        }
        var share = segments / consumers.size();
        var withOneMore = segments % consumers.size();
        var surplus = new ArrayList<Delivery>();
        for (var consumer : byLoad(consumers, open).reversed()) {
            var its = open.stream()
                    .filter(delivery -> delivery.consumer() == consumer)
                    .toList();
            var allowed = withOneMore > 0 && its.size() > share ? share + 1 : share;
            withOneMore -= allowed > share ? 1 : 0;
            its.stream().skip(allowed).forEach(surplus::add);
        }
        return surplus;
    }

    /** The client that has least; there must be one. */
    static Consumer least(List<Consumer> consumers, Collection<Delivery> open) {
        return byLoad(consumers, open).getFirst();
    }

    private static List<Consumer> byLoad(List<Consumer> consumers, Collection<Delivery> open) {
        return consumers.stream()
                .sorted(comparingLong(consumer -> open.stream()
                        .filter(delivery -> delivery.consumer() == consumer)
                        .count()))
                .toList();
    }
}
