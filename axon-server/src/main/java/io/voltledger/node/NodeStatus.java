package io.voltledger.node;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.voltledger.node.http.ProcessorOperation;
import io.voltledger.node.http.Status;
import io.voltledger.node.platform.Clients;
import io.voltledger.node.platform.ProcessorOperations;
import io.voltledger.node.wire.Streams;
import java.util.List;

/** What the node tells about itself over HTTP. */
final class NodeStatus implements Status {

    private final Contexts contexts;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    NodeStatus(Contexts contexts, Streams streams) {
        this.contexts = contexts;
        Gauge.builder("node.streams.open", streams, Streams::count).register(meters);
        contexts.all().forEach(this::measure);
    }

    private void measure(NodeContext context) {
        var store = context.store();
        counter("node.events.appended", context, store, s -> s.appendedEvents());
        counter("node.appends", context, store, s -> s.appends());
        counter("node.commits", context, store, s -> s.commits());
        gauge("node.events.last.token", context, store, s -> s.lastToken());
        counter("node.commands.dispatched", context, context.commands(), c -> c.dispatched());
        counter("node.commands.undeliverable", context, context.commands(), c -> c.failed());
        gauge("node.commands.pending", context, context.commands(), c -> c.pending());
        counter("node.queries.asked", context, context.queries(), q -> q.asked());
        gauge("node.queries.active", context, context.queries(), q -> q.active());
        gauge("node.queries.subscriptions", context, context.queries(), q -> q.subscriptions());
        gauge("node.clients.connected", context, context.clients(), c -> c.count());
    }

    private <T> void counter(String name, NodeContext context, T of, java.util.function.ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, of, value).tag("context", context.name()).register(meters);
    }

    private <T> void gauge(String name, NodeContext context, T of, java.util.function.ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value).tag("context", context.name()).register(meters);
    }

    @Override
    public boolean isUp() {
        return contexts.all().stream().allMatch(context -> context.store().isWritable());
    }

    @Override
    public List<String> contexts() {
        return contexts.all().stream().map(NodeContext::name).sorted().toList();
    }

    @Override
    public boolean operate(ProcessorOperation operation, String component, String processor) {
        return contexts.clients().stream().anyMatch(clients -> operate(operation, clients, component, processor));
    }

    private static boolean operate(ProcessorOperation operation, Clients clients, String component, String processor) {
        var processors = new ProcessorOperations(clients);
        var done = switch (operation) {
            case PAUSE -> processors.pause(component, processor);
            case START -> processors.start(component, processor);
            case SPLIT -> processors.split(component, processor);
            case MERGE -> processors.merge(component, processor);
        };
        return done.join();
    }

    @Override
    public String metrics() {
        return meters.scrape();
    }
}
