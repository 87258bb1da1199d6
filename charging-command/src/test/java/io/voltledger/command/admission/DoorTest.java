package io.voltledger.command.admission;

import io.voltledger.api.Rejection;
import io.voltledger.api.admission.AdmissionCommand.DemandProfile;
import io.voltledger.api.admission.AdmissionCommand.Knock;
import io.voltledger.api.admission.AdmissionCommand.LetIn;
import io.voltledger.api.admission.AdmissionCommand.ReportRefusal;
import io.voltledger.api.admission.AdmissionCommand.SetPassword;
import io.voltledger.api.admission.AdmissionCommand.TurnAway;
import io.voltledger.api.admission.AdmissionEvent.HandshakeRefused;
import io.voltledger.api.admission.AdmissionEvent.PasswordChanged;
import io.voltledger.api.admission.AdmissionEvent.ProfileDemanded;
import io.voltledger.api.admission.AdmissionEvent.StationKnocked;
import io.voltledger.api.admission.AdmissionEvent.StationLetIn;
import io.voltledger.api.admission.AdmissionEvent.StationTurnedAway;
import io.voltledger.api.admission.PasswordHash;
import io.voltledger.api.admission.RefusalReason;
import io.voltledger.api.admission.SecurityProfile;
import io.voltledger.api.admission.StationDoor;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final StationDoor DOOR = new StationDoor("CP-1");
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final AggregateTestFixture<Door> door = new AggregateTestFixture<>(Door.class);

    @Test
    void demandsAProfileOnce() {
        DemandProfile demand = new DemandProfile(DOOR, SecurityProfile.BASIC, null, NOW);
        ProfileDemanded demanded = new ProfileDemanded(DOOR, SecurityProfile.BASIC, null, NOW);

        door.givenNoPriorActivity().when(demand).expectEvents(demanded);
        door.given(demanded).when(demand).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void keepsOneRefusalAMinute() {
        HandshakeRefused first = new HandshakeRefused(DOOR, RefusalReason.WRONG_PASSWORD, "10.0.0.1", NOW);

        door.given(first)
                .when(refusal(NOW.plusSeconds(59)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        door.given(first)
                .when(refusal(NOW.plusSeconds(60)))
                .expectEvents(
                        new HandshakeRefused(DOOR, RefusalReason.WRONG_PASSWORD, "10.0.0.1", NOW.plusSeconds(60)));
    }

    @Test
    void notesAStrangerOnce() {
        Knock knock = new Knock(DOOR, "10.0.0.1", "ocpp1.6", NOW);
        StationKnocked knocked = new StationKnocked(DOOR, "10.0.0.1", "ocpp1.6", NOW);

        door.givenNoPriorActivity().when(knock).expectEvents(knocked);
        door.given(knocked).when(knock).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void letsInOnlyWhoKnocked() {
        door.given(new ProfileDemanded(DOOR, SecurityProfile.NONE, null, NOW))
                .when(new LetIn(DOOR, NOW))
                .expectExceptionDetails(new Rejection(Rejection.NOT_FOUND, "There is no station that waits as CP-1"));
    }

    @Test
    void demandsAnotherCertificateNameOfTheSameProfile() {
        ProfileDemanded demanded = new ProfileDemanded(DOOR, SecurityProfile.MUTUAL_TLS, "one", NOW);

        door.given(demanded)
                .when(new DemandProfile(DOOR, SecurityProfile.MUTUAL_TLS, "other", NOW))
                .expectEvents(new ProfileDemanded(DOOR, SecurityProfile.MUTUAL_TLS, "other", NOW));
    }

    @Test
    void changesAPasswordOnce() {
        PasswordHash password = new PasswordHash("pbkdf2-sha256$1$00$00");
        SetPassword set = new SetPassword(DOOR, password, NOW);
        PasswordChanged changed = new PasswordChanged(DOOR, password, NOW);

        door.givenNoPriorActivity().when(set).expectEvents(changed);
        door.given(changed).when(set).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void keepsARefusalForAnotherReasonAtOnce() {
        door.given(new HandshakeRefused(DOOR, RefusalReason.UNKNOWN_STATION, "10.0.0.1", NOW))
                .when(refusal(NOW))
                .expectEvents(new HandshakeRefused(DOOR, RefusalReason.WRONG_PASSWORD, "10.0.0.1", NOW));
        door.givenNoPriorActivity()
                .when(refusal(NOW))
                .expectEvents(new HandshakeRefused(DOOR, RefusalReason.WRONG_PASSWORD, "10.0.0.1", NOW));
    }

    @Test
    void letsAStrangerInOrTurnsItAway() {
        StationKnocked knocked = new StationKnocked(DOOR, "10.0.0.1", "ocpp1.6", NOW);
        StationTurnedAway turnedAway = new StationTurnedAway(DOOR, "not ours", NOW);
        StationLetIn letIn = new StationLetIn(DOOR, NOW);
        Knock again = new Knock(DOOR, "10.0.0.1", "ocpp1.6", NOW);

        door.given(knocked).when(new TurnAway(DOOR, "not ours", NOW)).expectEvents(turnedAway);
        door.given(knocked, turnedAway)
                .when(again)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        door.given(knocked, turnedAway).when(new LetIn(DOOR, NOW)).expectEvents(letIn);
        door.given(knocked, letIn).when(again).expectEvents(knocked);
    }

    private static ReportRefusal refusal(Instant at) {
        return new ReportRefusal(DOOR, RefusalReason.WRONG_PASSWORD, "10.0.0.1", at);
    }
}
