package io.voltledger.runtime;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;

/** The command handlers of this process. Unlike Axon's own it knows for which commands it has one. */
final class LocalSegment extends SimpleCommandBus {

    private final Set<String> handled = ConcurrentHashMap.newKeySet();

    LocalSegment(Builder builder) {
        super(builder);
    }

    boolean handles(String commandName) {
        return handled.contains(commandName);
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
