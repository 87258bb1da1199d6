package io.voltledger.runtime;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Hands a command to a handler of this very process where there is one, and to Axon Server otherwise. For a process that holds every module: there
 * the way over Axon Server leads back to where it began. The sender's thread handles the command, unless it is amid another message, whose unit of
 * work the command must not join: then a thread of the command's own does.
 */
final class LocalFirstCommandBus implements CommandBus {

    private final LocalSegment here;
    private final CommandBus everywhere;

    LocalFirstCommandBus(LocalSegment here, CommandBus everywhere) {
        this.here = here;
        this.everywhere = everywhere;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        if (here.handles(command.getCommandName())) {
            aside(() -> here.dispatch(command));
        } else {
            everywhere.dispatch(command);
        }
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        if (here.handles(command.getCommandName())) {
            aside(() -> here.dispatchOwn(command, callback));
        } else {
            everywhere.dispatch(command, callback);
        }
    }

    private static void aside(Runnable handling) {
        if (CurrentUnitOfWork.isStarted()) {
            Thread.ofVirtual().name("command").start(handling);
        } else {
            handling.run();
        }
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return everywhere.subscribe(commandName, handler);
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return everywhere.registerDispatchInterceptor(interceptor);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return everywhere.registerHandlerInterceptor(interceptor);
    }
}
