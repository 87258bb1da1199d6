package io.voltledger.command;

import io.voltledger.runtime.Context;
import io.voltledger.runtime.operator.SignedIn;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends what operators ask over REST, in their name, and waits for the outcome. */
@Component
public class Operators {

    private final CommandGateway commands;
    private final CommandSettings settings;

    Operators(CommandGateway commands, CommandSettings settings) {
        this.commands = commands;
        this.settings = settings;
    }

    /** What the command answers; a refusal is thrown as the command's failure. */
    public <R> @Nullable R send(Object command) {
        return commands.sendAndWait(
                Context.command(command, SignedIn.actor()),
                settings.commandWait().toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
