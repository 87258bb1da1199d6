package io.voltledger.node.garage;

import io.voltledger.node.garage.Messages.CountFrom;
import io.voltledger.node.garage.Messages.FindEnergy;
import io.voltledger.node.garage.Messages.Metered;
import io.voltledger.node.garage.Messages.WhoIsThere;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import reactor.core.publisher.Flux;

/** The energy of each session, in a pooled streaming processor that can be replayed. An event that comes twice counts once. */
@ProcessingGroup(Readings.GROUP)
class Readings {

    static final String GROUP = "readings";

    private final Map<String, Map<Long, Integer>> energies = new ConcurrentHashMap<>();
    final AtomicInteger replayed = new AtomicInteger();

    @EventHandler
    void on(Metered event, @SequenceNumber long sequence, ReplayStatus status, QueryUpdateEmitter updates) {
        if (status.isReplay()) {
            replayed.incrementAndGet();
        }
        energies.computeIfAbsent(event.session(), session -> new ConcurrentHashMap<>())
                .put(sequence, event.energy());
        var energy = energy(event.session());
        updates.emit(FindEnergy.class, query -> query.session().equals(event.session()), energy);
    }

    @ResetHandler
    void reset() {
        energies.clear();
    }

    @QueryHandler
    Integer handle(FindEnergy query) {
        return energy(query.session());
    }

    private int energy(String session) {
        return energies.getOrDefault(session, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @QueryHandler
    Flux<Integer> handle(CountFrom query) {
        return Flux.range(query.first(), Integer.MAX_VALUE - query.first());
    }

    @QueryHandler
    String handle(WhoIsThere query) {
        return "garage";
    }
}
