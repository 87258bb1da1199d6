package io.voltledger.command.admission;

import io.voltledger.api.admission.AdmissionEvent;
import io.voltledger.api.admission.AdmissionEvent.HandshakeRefused;
import io.voltledger.api.admission.AdmissionEvent.PasswordChanged;
import io.voltledger.api.admission.AdmissionEvent.ProfileDemanded;
import io.voltledger.api.admission.AdmissionEvent.StationKnocked;
import io.voltledger.api.admission.AdmissionEvent.StationLetIn;
import io.voltledger.api.admission.AdmissionEvent.StationTurnedAway;
import io.voltledger.api.admission.PasswordHash;
import io.voltledger.api.admission.SecurityProfile;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a way in.
 *
 * @param refused the last refusal
 */
record DoorFacts(
        @Nullable SecurityProfile profile,
        @Nullable String certificateName,
        @Nullable PasswordHash password,
        @Nullable HandshakeRefused refused,
        Visitor visitor) {

    static final DoorFacts NONE = new DoorFacts(null, null, null, null, Visitor.NONE);

    /** A station that nobody registered, and what became of it. */
    enum Visitor {
        NONE,
        WAITS,
        TURNED_AWAY
    }

    DoorFacts with(AdmissionEvent event) {
        return switch (event) {
            case ProfileDemanded demanded ->
                new DoorFacts(demanded.profile(), demanded.certificateName(), password, refused, visitor);
            case PasswordChanged changed ->
                new DoorFacts(profile, certificateName, changed.password(), refused, visitor);
            case HandshakeRefused refusal -> new DoorFacts(profile, certificateName, password, refusal, visitor);
            case StationKnocked knocked -> with(Visitor.WAITS);
            case StationLetIn letIn -> with(Visitor.NONE);
            case StationTurnedAway turnedAway -> with(Visitor.TURNED_AWAY);
        };
    }

    private DoorFacts with(Visitor other) {
        return new DoorFacts(profile, certificateName, password, refused, other);
    }
}
