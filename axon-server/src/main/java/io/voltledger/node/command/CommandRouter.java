package io.voltledger.node.command;

import io.voltledger.node.wire.ErrorCode;
import io.voltledger.node.wire.Outbox;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Routes the commands of one context to its handlers. A command waits in the outbox of the handler that its routing key selects; if that handler goes
 * away before the command was sent, it goes to another. One that was sent to a handler that went away fails: it may have been handled.
 *
 * <p>A command that waited for too long fails when its turn comes, and is not handled: where more come than can be handled, a handler that
 * went on with the oldest would only do what nobody waits for any more.
 */
public final class CommandRouter {

    /** Less than whoever sends commands waits for their answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int DEFAULT_LOAD_FACTOR = 100;

    private final Map<String, HandlerRing> rings = new ConcurrentHashMap<>();
    private final Map<String, PendingCommand> pending = new ConcurrentHashMap<>();
    private final LongAdder dispatched = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongSupplier nanos;

    public CommandRouter() {
        this(System::nanoTime);
    }

    /** @param nanos that went by, from wherever they are counted */
    CommandRouter(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void subscribe(CommandHandler handler, String command, int loadFactor) {
        var factor = loadFactor <= 0 ? DEFAULT_LOAD_FACTOR : loadFactor;
        rings.compute(command, (name, ring) -> (ring == null ? HandlerRing.EMPTY : ring).with(handler, factor));
    }

    void unsubscribe(CommandHandler handler, String command) {
        leave(handler, command);
        handler.outbox()
                .remove(waiting -> waiting.command().name().equals(command))
                .forEach(this::route);
    }

    private void leave(CommandHandler handler, String command) {
        rings.computeIfPresent(command, (name, ring) -> {
            var rest = ring.without(handler);
            return rest.isEmpty() ? null : rest;
        });
    }

    /** The handler's stream has ended. */
    void disconnect(CommandHandler handler) {
        rings.keySet().forEach(command -> leave(handler, command));
        handler.outbox().close().forEach(this::route);
        pending.values().stream().filter(command -> command.isAt(handler)).forEach(command -> {
            var text = "Connection to client %s lost while executing command".formatted(handler.clientId());
            fail(command, ErrorCode.HANDLER_GONE, text);
        });
    }

    void dispatch(RoutedCommand command, Consumer<Reply> dispatcher) {
        dispatched.increment();
        var end = nanos.getAsLong() + PATIENCE.toNanos();
        var waiting = new PendingCommand(command, dispatcher, () -> nanos.getAsLong() - end > 0);
        if (pending.putIfAbsent(command.id(), waiting) != null) {
            failed.increment();
            var text = "A command with identifier %s is in progress already".formatted(command.id());
            waiting.answer(Reply.failure(command.id(), ErrorCode.DUPLICATE_COMMAND, text));
            return;
        }
        route(waiting);
    }

    void complete(Reply reply) {
        var command = pending.remove(reply.request());
        if (command != null) {
            command.answer(reply);
        }
    }

    private void route(PendingCommand command) {
        var offer = Outbox.Offer.CLOSED;
        while (offer == Outbox.Offer.CLOSED) {
            var name = command.command().name();
            var ring = rings.getOrDefault(name, HandlerRing.EMPTY);
            var handler = ring.find(command.command().routingKey());
            if (handler.isEmpty()) {
                fail(command, ErrorCode.NO_COMMAND_HANDLER, "No Handler for command: " + name);
                return;
            }
            offer = handler.get().outbox().offer(command);
            if (offer == Outbox.Offer.FULL) {
                var client = handler.get().clientId();
                fail(command, ErrorCode.TOO_MANY_REQUESTS, "Too many commands are waiting for client " + client);
            } else if (offer == Outbox.Offer.CLOSED) {
                leave(handler.get(), name);
            }
        }
    }

    /** It waited for too long. */
    void refuse(PendingCommand command) {
        fail(command, ErrorCode.TOO_MANY_REQUESTS, "No handler was free for it within " + PATIENCE.toSeconds() + " s");
    }

    private void fail(PendingCommand command, ErrorCode code, String text) {
        var id = command.command().id();
        if (pending.remove(id, command)) {
            failed.increment();
            command.answer(Reply.failure(id, code, text));
        }
    }

    /** The commands that have a handler, each with the identifiers of the clients that handle it. */
    public SortedMap<String, Set<String>> handlers() {
        var handlers = new TreeMap<String, Set<String>>();
        rings.forEach((command, ring) -> handlers.put(command, ring.clients()));
        return handlers;
    }

    public long dispatched() {
        return dispatched.sum();
    }

    /** Commands that this node answered itself, because no handler did. */
    public long failed() {
        return failed.sum();
    }

    /** Commands that wait or are being handled. */
    public int pending() {
        return pending.size();
    }
}
