package io.voltledger.node.garage;

import io.voltledger.node.garage.Messages.Meter;
import io.voltledger.node.garage.Messages.Metered;
import io.voltledger.node.garage.Messages.Plug;
import io.voltledger.node.garage.Messages.Plugged;
import io.voltledger.node.garage.Messages.Stop;
import io.voltledger.node.garage.Messages.Stopped;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Sums up its energy, and has a snapshot taken with every third event. */
@Aggregate(snapshotTriggerDefinition = "everyThirdEvent")
public class Session {

    @AggregateIdentifier
    private @Nullable String id;

    private int energy;

    protected Session() {}

    @CommandHandler
    Session(Plug command) {
        AggregateLifecycle.apply(new Plugged(command.session(), command.patience()));
    }

    @CommandHandler
    int handle(Meter command) {
        AggregateLifecycle.apply(new Metered(command.session(), command.energy()));
        return energy;
    }

    @CommandHandler
    void handle(Stop command) {
        AggregateLifecycle.apply(new Stopped(command.session(), command.reason()));
    }

    @EventSourcingHandler
    void on(Plugged event) {
        id = event.session();
    }

    @EventSourcingHandler
    void on(Metered event) {
        energy += event.energy();
    }
}
