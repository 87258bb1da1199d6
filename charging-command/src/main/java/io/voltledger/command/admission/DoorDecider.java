package io.voltledger.command.admission;

import io.voltledger.api.admission.AdmissionCommand;
import io.voltledger.api.admission.AdmissionCommand.AskTerms;
import io.voltledger.api.admission.AdmissionCommand.DemandProfile;
import io.voltledger.api.admission.AdmissionCommand.Knock;
import io.voltledger.api.admission.AdmissionCommand.LetIn;
import io.voltledger.api.admission.AdmissionCommand.ReportRefusal;
import io.voltledger.api.admission.AdmissionCommand.SetPassword;
import io.voltledger.api.admission.AdmissionCommand.TurnAway;
import io.voltledger.api.admission.AdmissionEvent;
import io.voltledger.api.admission.AdmissionEvent.HandshakeRefused;
import io.voltledger.api.admission.AdmissionEvent.PasswordChanged;
import io.voltledger.api.admission.AdmissionEvent.ProfileDemanded;
import io.voltledger.api.admission.AdmissionEvent.StationKnocked;
import io.voltledger.api.admission.AdmissionEvent.StationLetIn;
import io.voltledger.api.admission.AdmissionEvent.StationTurnedAway;
import io.voltledger.command.Decision;
import io.voltledger.command.admission.DoorFacts.Visitor;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/** The rules of a way in: who knocks is noted once, and refusals without end do not fill the store. */
final class DoorDecider {

    private static final Duration SAME_REFUSAL = Duration.ofMinutes(1);

    private DoorDecider() {}

    static Decision<AdmissionEvent> decide(AdmissionCommand command, DoorFacts facts) {
        return switch (command) {
            case AskTerms ask -> Decision.nothing();
            case DemandProfile demand ->
                demand.profile() == facts.profile() && Objects.equals(demand.certificateName(), facts.certificateName())
                        ? Decision.nothing()
                        : Decision.of(new ProfileDemanded(
                                demand.door(), demand.profile(), demand.certificateName(), demand.at()));
            case SetPassword set ->
                set.password().equals(facts.password())
                        ? Decision.nothing()
                        : Decision.of(new PasswordChanged(set.door(), set.password(), set.at()));
            case ReportRefusal report ->
                isRepeated(report, facts)
                        ? Decision.nothing()
                        : Decision.of(
                                new HandshakeRefused(report.door(), report.reason(), report.address(), report.at()));
            case Knock knock ->
                facts.visitor() == Visitor.NONE
                        ? Decision.of(new StationKnocked(knock.door(), knock.address(), knock.protocol(), knock.at()))
                        : Decision.nothing();
            case LetIn letIn -> visited(letIn, facts, () -> new StationLetIn(letIn.door(), letIn.at()));
            case TurnAway turnAway ->
                visited(
                        turnAway,
                        facts,
                        () -> new StationTurnedAway(turnAway.door(), turnAway.reason(), turnAway.at()));
        };
    }

    private static boolean isRepeated(ReportRefusal report, DoorFacts facts) {
        HandshakeRefused last = facts.refused();
        return last != null
                && last.reason() == report.reason()
                && report.at().isBefore(last.refusedAt().plus(SAME_REFUSAL));
    }

    private static Decision<AdmissionEvent> visited(
            AdmissionCommand command, DoorFacts facts, Supplier<AdmissionEvent> event) {
        return facts.visitor() == Visitor.NONE
                ? Decision.notFound("station that waits as " + command.door().value())
                : Decision.of(event.get());
    }
}
