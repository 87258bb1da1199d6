package io.voltledger.node;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.voltledger.node.platform.Clients;
import io.voltledger.node.processor.Balancer;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.store.StoreException;
import io.voltledger.node.wire.ErrorCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contexts of the node, which come and go while it runs. As an interceptor it finds the one that a call names, and refuses calls that name none that
 * exists.
 */
final class Contexts implements ServerInterceptor, AutoCloseable {

    static final String DEFAULT = "default";
    static final String ADMIN = "_admin";

    private static final Logger log = LoggerFactory.getLogger(Contexts.class);
    private static final Metadata.Key<String> HEADER =
            Metadata.Key.of("AxonIQ-Context", Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<NodeContext> CURRENT = Context.key("voltledger-context");

    private final Map<String, NodeContext> contexts = new ConcurrentHashMap<>();
    private final DataDirectory directory;
    private final NodeSettings settings;
    private final Executor readers;
    private boolean closed;

    private Contexts(DataDirectory directory, NodeSettings settings, Executor readers) {
        this.directory = directory;
        this.settings = settings;
        this.readers = readers;
    }

    /** Opens every context that is stored, and the default one in any case. */
    static Contexts open(DataDirectory directory, NodeSettings settings, Executor readers) {
        var contexts = new Contexts(directory, settings, readers);
        var names = new ArrayList<>(directory.contexts());
        if (!names.contains(DEFAULT)) {
            names.add(DEFAULT);
        }
        try {
            names.forEach(contexts::open);
            return contexts;
        } catch (RuntimeException e) {
            contexts.close();
            throw new NodeStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private void open(String name) {
        directory.create(name);
        var store =
                EventStore.open(directory.context(name), settings.sync(), settings.diskReserve(), Clock.systemUTC());
        contexts.put(name, NodeContext.of(name, store, readers));
    }

    Collection<NodeContext> all() {
        return List.copyOf(contexts.values());
    }

    Optional<NodeContext> find(String name) {
        return Optional.ofNullable(contexts.get(name));
    }

    Collection<Clients> clients() {
        return contexts.values().stream().map(NodeContext::clients).toList();
    }

    Collection<Balancer> balancers() {
        return contexts.values().stream()
                .map(context -> context.processors().balancer())
                .toList();
    }

    /** Makes a context; the answer says whether it was not there yet. */
    synchronized boolean create(String name) {
        if (closed) {
            throw new StoreException(StoreException.Reason.CLOSED, "The node is shutting down", null);
        }
        if (contexts.containsKey(name)) {
            return false;
        }
        open(name);
        log.info("Context {} has been created", name);
        return true;
    }

    /** Ends the streams of a context and removes it with all its data, for good; the answer says whether it was there. */
    synchronized boolean delete(String name) {
        var context = contexts.remove(name);
        if (context == null) {
            return false;
        }
        context.streams().end(() -> ErrorCode.UNKNOWN_CONTEXT.failure("Context " + name + " has been deleted"));
        context.close();
        directory.delete(name);
        log.info("Context {} has been deleted", name);
        return true;
    }

    /**
     * The context that is named within a request. A call within the administrative context may name any, as it is for administrators; another call only
     * its own, which it is allowed to use. Fails as if there were none.
     */
    NodeContext named(String name) {
        var own = current();
        if (name.isEmpty() || name.equals(own.name())) {
            return own;
        }
        return find(name)
                .filter(other -> own.name().equals(ADMIN))
                .orElseThrow(() ->
                        ErrorCode.UNKNOWN_CONTEXT.failure("Context " + name + " does not exist for " + own.name()));
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

    /** Ends all streams because the node stops. */
    void shutDown() {
        contexts.values().forEach(context -> context.streams().shutDown());
    }

    @Override
    public synchronized void close() {
        closed = true;
        contexts.values().forEach(NodeContext::close);
        contexts.clear();
    }
}
