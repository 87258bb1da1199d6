package io.voltledger.node.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Who handles which query. A handler may offer one query with several result types; it handles it until the last of them is withdrawn. */
final class QueryHandlers {

    private record Offer(QueryHandler handler, Set<String> results) {}

    private final Map<String, List<Offer>> offers = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** Whether the handler is new to the query. */
    boolean add(QueryHandler handler, String query, String result) {
        var added = new boolean[1];
        offers.compute(query, (name, known) -> {
            var changed = known == null ? new ArrayList<Offer>() : new ArrayList<>(known);
            var own =
                    changed.stream().filter(offer -> offer.handler() == handler).findFirst();
            if (own.isPresent()) {
                own.get().results().add(result);
            } else {
                added[0] = true;
                changed.add(new Offer(handler, ConcurrentHashMap.newKeySet()));
                changed.getLast().results().add(result);
            }
            return changed;
        });
        return added[0];
    }

    void remove(QueryHandler handler, String query, String result) {
        offers.computeIfPresent(query, (name, known) -> {
            known.stream()
                    .filter(offer -> offer.handler() == handler)
                    .forEach(offer -> offer.results().remove(result));
            return without(known, offer -> offer.results().isEmpty());
        });
    }

    void remove(QueryHandler handler) {
        offers.keySet()
                .forEach(query -> offers.computeIfPresent(
                        query, (name, known) -> without(known, offer -> offer.handler() == handler)));
    }

    private static @org.jspecify.annotations.Nullable List<Offer> without(
            List<Offer> known, java.util.function.Predicate<Offer> which) {
        var rest = known.stream().filter(which.negate()).toList();
        return rest.isEmpty() ? null : rest;
    }

    List<QueryHandler> all(String query) {
        return offers.getOrDefault(query, List.of()).stream()
                .map(Offer::handler)
                .toList();
    }

    /** One handler of each component, taking turns. */
    Collection<QueryHandler> onePerComponent(String query) {
        var all = all(query);
        var chosen = new LinkedHashMap<String, QueryHandler>();
        var start = all.size() > 1 ? Math.floorMod(turn.getAndIncrement(), all.size()) : 0;
        for (var i = 0; i < all.size(); i++) {
            var handler = all.get((start + i) % all.size());
            chosen.putIfAbsent(handler.component(), handler);
        }
        return chosen.values();
    }

    SortedMap<String, Set<String>> clients() {
        var clients = new TreeMap<String, Set<String>>();
        offers.forEach((query, known) -> clients.put(
                query, known.stream().map(offer -> offer.handler().clientId()).collect(Collectors.toSet())));
        return clients;
    }
}
