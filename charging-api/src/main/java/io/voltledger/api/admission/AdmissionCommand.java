package io.voltledger.api.admission;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be said of a station's way in. */
public sealed interface AdmissionCommand {

    StationDoor door();

    /** Asks what a connection must show. Answers {@link AdmissionTerms}; changes nothing. */
    record AskTerms(@TargetAggregateIdentifier StationDoor door) implements AdmissionCommand {}

    /**
     * Demands a security profile from the next connection on.
     *
     * @param certificateName the common name that its certificate must have; absent where that is the station's id
     */
    record DemandProfile(
            @TargetAggregateIdentifier StationDoor door,
            SecurityProfile profile,
            @Nullable String certificateName,
            Instant at)
            implements AdmissionCommand {}

    /** Sets the password from the next connection on. */
    record SetPassword(@TargetAggregateIdentifier StationDoor door, PasswordHash password, Instant at)
            implements AdmissionCommand {}

    /**
     * A handshake was refused. Repeated for the same reason within a minute it changes nothing.
     *
     * @param address of the other side, without its port
     */
    record ReportRefusal(@TargetAggregateIdentifier StationDoor door, RefusalReason reason, String address, Instant at)
            implements AdmissionCommand {}

    /** A station that nobody registered wants in, and waits for an operator. Repeated it changes nothing. */
    record Knock(@TargetAggregateIdentifier StationDoor door, String address, String protocol, Instant at)
            implements AdmissionCommand {}

    /** An operator lets it in. Refused with {@code not-found} where it does not wait and was not turned away. */
    record LetIn(@TargetAggregateIdentifier StationDoor door, Instant at) implements AdmissionCommand {}

    /** An operator does not want it; refused as {@link LetIn} is. */
    record TurnAway(@TargetAggregateIdentifier StationDoor door, String reason, Instant at)
            implements AdmissionCommand {}
}
