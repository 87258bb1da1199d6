package io.voltledger.node;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.voltledger.node.platform.Clients;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.wire.ErrorCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The contexts of the node. As an interceptor it finds the one that a call names, and refuses calls that name none that exists. */
final class Contexts implements ServerInterceptor, AutoCloseable {

    static final String DEFAULT = "default";

    private static final Metadata.Key<String> HEADER =
            Metadata.Key.of("AxonIQ-Context", Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<NodeContext> CURRENT = Context.key("voltledger-context");

    private final Map<String, NodeContext> contexts = new ConcurrentHashMap<>();
    private final DataDirectory directory;

    private Contexts(DataDirectory directory) {
        this.directory = directory;
    }

    /** Opens every context that is stored, and the default one in any case. */
    static Contexts open(DataDirectory directory, NodeSettings settings) {
        var contexts = new Contexts(directory);
        var names = new ArrayList<>(directory.contexts());
        if (!names.contains(DEFAULT)) {
            names.add(DEFAULT);
        }
        try {
            names.forEach(name -> contexts.open(name, settings));
            return contexts;
        } catch (RuntimeException e) {
            contexts.close();
            throw new NodeStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private void open(String name, NodeSettings settings) {
        var store =
                EventStore.open(directory.context(name), settings.sync(), settings.diskReserve(), Clock.systemUTC());
        contexts.put(name, new NodeContext(name, store));
    }

    Collection<NodeContext> all() {
        return List.copyOf(contexts.values());
    }

    Collection<Clients> clients() {
        return contexts.values().stream().map(NodeContext::clients).toList();
    }

    /** The context of the call that is being set up on this thread. */
    static NodeContext current() {
        var context = CURRENT.get();
        if (context == null) {
            throw new IllegalStateException("Not within a call");
        }
        return context;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        var asked = headers.get(HEADER);
        var context = contexts.get(asked == null || asked.isEmpty() ? DEFAULT : asked);
        if (context == null) {
            var refusal = ErrorCode.UNKNOWN_CONTEXT.failure("Context " + asked + " does not exist");
            var trailers = refusal.getTrailers();
            call.close(refusal.getStatus(), trailers == null ? new Metadata() : trailers);
            return new ServerCall.Listener<>() {};
        }
        return io.grpc.Contexts.interceptCall(Context.current().withValue(CURRENT, context), call, headers, next);
    }

    @Override
    public void close() {
        contexts.values().forEach(context -> context.store().close());
        contexts.clear();
    }
}
