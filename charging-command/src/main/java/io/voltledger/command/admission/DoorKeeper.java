package io.voltledger.command.admission;

import io.voltledger.api.admission.AdmissionCommand.AskTerms;
import io.voltledger.api.admission.AdmissionEvent;
import io.voltledger.api.admission.AdmissionTerms;
import io.voltledger.command.EventStreams;
import io.voltledger.command.admission.DoorFacts.Visitor;
import io.voltledger.command.chargepoint.ChargePoints;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Says what a station's connection must show, read fresh from the streams; it records nothing. */
@Component
class DoorKeeper {

    private final EventStreams streams;
    private final ChargePoints chargePoints;

    DoorKeeper(EventStreams streams, ChargePoints chargePoints) {
        this.streams = streams;
        this.chargePoints = chargePoints;
    }

    @CommandHandler
    AdmissionTerms handle(AskTerms ask) {
        DoorFacts facts = streams.fold(
                ask.door().toString(), DoorFacts.NONE, DoorFacts.class, AdmissionEvent.class, DoorFacts::with);
        return new AdmissionTerms(
                chargePoints.isRegistered(ask.door().station()),
                facts.visitor() == Visitor.TURNED_AWAY,
                facts.profile(),
                facts.password(),
                facts.certificateName());
    }
}
