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
 * Hands a command to a handler of this very process where there is one, on the sender's thread, and to Axon Server otherwise. For a process that
 * holds every module: there the way over Axon Server leads back to where it began. A command that is sent while another message is handled takes
 * the long way, since here it would become a part of that message's unit of work.
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
        of(command).dispatch(command);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        of(command).dispatch(command, callback);
    }

    private CommandBus of(CommandMessage<?> command) {
        return here.handles(command.getCommandName()) && !CurrentUnitOfWork.isStarted() ? here : everywhere;
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
