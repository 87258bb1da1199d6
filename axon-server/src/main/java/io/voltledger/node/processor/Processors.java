package io.voltledger.node.processor;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.voltledger.node.platform.Clients;
import java.util.List;
import java.util.Optional;

/** The event processors of a context, as its connected applications report them. */
public final class Processors {

    private final Clients clients;

    public Processors(Clients clients) {
        this.clients = clients;
    }

    /** All of them, in the order of their names. */
    public List<Processor> all() {
        var instances = clients.connected().stream()
                .flatMap(client -> client.processors().stream().map(info -> new Instance(client, info)));
        return instances.collect(groupingBy(Instance::key)).entrySet().stream()
                .map(entry -> new Processor(entry.getKey(), entry.getValue()))
                .sorted(comparing(
                        Processor::key, comparing(ProcessorKey::name).thenComparing(ProcessorKey::tokenStore)))
                .toList();
    }

    public Optional<Processor> find(ProcessorKey key) {
        return all().stream().filter(processor -> processor.key().equals(key)).findFirst();
    }
}
