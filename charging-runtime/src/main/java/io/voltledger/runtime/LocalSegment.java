package io.voltledger.runtime;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;

/**
 * The command handlers of this process. Unlike Axon's own it knows for which commands it has one, and counts who waits in other
 * processes: a gateway elsewhere has stations that ask.
 */
final class LocalSegment extends SimpleCommandBus {

    private final Set<String> handled = ConcurrentHashMap.newKeySet();

    private final Callers callers;

    LocalSegment(Builder builder, Callers callers) {
        super(builder);
        this.callers = callers;
    }

    boolean handles(String commandName) {
        return handled.contains(commandName);
    }

    /** A command of another process. */
    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        callers.during(() -> super.dispatch(command, callback));
    }

    /** A command of this process, whose callers are counted where they come in. */
    <C, R> void dispatchOwn(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        super.dispatch(command, callback);
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        Registration registration = super.subscribe(commandName, handler);
        handled.add(commandName);
        return () -> {
            handled.remove(commandName);
            return registration.cancel();
        };
    }
}
