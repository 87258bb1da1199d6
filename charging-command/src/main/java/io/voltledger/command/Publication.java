package io.voltledger.command;

import io.voltledger.runtime.CommandRejected;
import org.axonframework.modelling.command.AggregateLifecycle;

/** Turns a decision into what the framework knows: applied events, or a command that fails with its rejection. */
public final class Publication {

    private Publication() {}

    /** To be called within an aggregate's command handler. */
    public static void publish(Decision<?> decision) {
        switch (decision) {
            case Decision.Accepted<?> accepted -> accepted.events().forEach(AggregateLifecycle::apply);
            case Decision.Refused<?> refused -> throw new CommandRejected(refused.rejection());
        }
    }
}
