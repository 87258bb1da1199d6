package io.voltledger.node.garage;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** All that is said in a garage: what is wanted, what has happened, and what is asked. Energies in Wh, patience in milliseconds. */
final class Messages {

    record Plug(@TargetAggregateIdentifier String session, int patience) {}

    record Meter(@TargetAggregateIdentifier String session, int energy) {}

    record Stop(@TargetAggregateIdentifier String session, String reason) {}

    record Plugged(String session, int patience) {}

    record Metered(String session, int energy) {}

    /** Comes by schedule when nothing was metered for as long as the session has patience. */
    record Idled(String session) {}

    record Stopped(String session, String reason) {}

    record FindEnergy(String session) {}

    /** Asks for numbers without end, from a first one on. */
    record CountFrom(int first) {}

    /** Asks every component for its name. */
    record WhoIsThere(String by) {}

    private Messages() {}
}
