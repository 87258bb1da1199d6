package io.voltledger.runtime;

import io.voltledger.api.Rejection;
import org.axonframework.commandhandling.CommandExecutionException;

/** A user's command was refused; the {@link Rejection} travels to the sender as details, wherever the sender runs. */
public final class CommandRejected extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    public CommandRejected(Rejection rejection) {
        super(rejection.detail(), null, rejection);
    }

    public CommandRejected(String code, String detail) {
        this(new Rejection(code, detail));
    }
}
