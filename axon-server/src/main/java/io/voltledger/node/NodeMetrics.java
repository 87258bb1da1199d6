package io.voltledger.node;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.voltledger.node.access.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The node's metrics. Those of a context come and go with it. */
final class NodeMetrics {

    private final Contexts contexts;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<NodeContext, List<Meter>> measured = new HashMap<>();

    NodeMetrics(Contexts contexts, Refusals refusals) {
        this.contexts = contexts;
        for (var reason : Refusals.Reason.values()) {
            FunctionCounter.builder("node.access.refused", refusals, r -> r.count(reason))
                    .tag("reason", reason.name())
                    .register(meters);
        }
        Gauge.builder("node.streams.open", contexts, NodeMetrics::streams).register(meters);
        new JvmMemoryMetrics().bindTo(meters);
    }

    /** All metrics in Prometheus' text format. */
    synchronized String scrape() {
        var present = Set.copyOf(contexts.all());
        measured.entrySet().removeIf(entry -> !present.contains(entry.getKey()) && forget(entry.getValue()));
        present.forEach(context -> measured.computeIfAbsent(context, this::measure));
        return meters.scrape();
    }

    private static double streams(Contexts contexts) {
        return contexts.all().stream()
                .mapToInt(context -> context.streams().count())
                .sum();
    }

    private boolean forget(List<Meter> gone) {
        gone.forEach(meters::remove);
        return true;
    }

    private List<Meter> measure(NodeContext context) {
        var store = context.store();
        var commands = context.commands();
        var queries = context.queries();
        return List.of(
                counter("node.events.appended", context, store, s -> s.appendedEvents()),
                counter("node.appends", context, store, s -> s.appends()),
                counter("node.commits", context, store, s -> s.commits()),
                gauge("node.events.last.token", context, store, s -> s.lastToken()),
                gauge("node.start.cut.bytes", context, store, s -> s.cutBytes()),
                counter("node.commands.dispatched", context, commands, c -> c.dispatched()),
                counter("node.commands.undeliverable", context, commands, c -> c.failed()),
                gauge("node.commands.pending", context, commands, c -> c.pending()),
                counter("node.queries.asked", context, queries, q -> q.asked()),
                gauge("node.queries.active", context, queries, q -> q.active()),
                gauge("node.queries.subscriptions", context, queries, q -> q.subscriptions()),
                gauge("node.clients.connected", context, context.clients(), c -> c.count()));
    }

    private <T> Meter counter(String name, NodeContext context, T of, ToDoubleFunction<T> value) {
        return FunctionCounter.builder(name, of, value)
                .tag("context", context.name())
                .register(meters);
    }

    private <T> Meter gauge(String name, NodeContext context, T of, ToDoubleFunction<T> value) {
        return Gauge.builder(name, of, value).tag("context", context.name()).register(meters);
    }
}
