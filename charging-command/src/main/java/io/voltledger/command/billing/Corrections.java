package io.voltledger.command.billing;

import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.command.EventStreams;
import io.voltledger.command.session.StoppedSessions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What another tariff would change about bills, read from their streams; writes nothing. */
@Component
public class Corrections {

    private final EventStreams streams;
    private final StoppedSessions sessions;

    Corrections(EventStreams streams, StoppedSessions sessions) {
        this.streams = streams;
        this.sessions = sessions;
    }

    /**
     * Empty where the session has no open bill in the tariff's currency.
     *
     * @param run whose own corrections do not count, so that asking again after applying gives the same answer
     */
    public Optional<Correction> of(SessionId session, Tariff tariff, String run) {
        BillFacts facts = streams.fold(
                BillId.of(session).toString(), BillFacts.NONE, BillFacts.class, BillEvent.class, BillDecider::evolve);
        BillOpened bill = facts.opened();
        return bill != null && bill.totals().gross().currency().equals(tariff.currency())
                ? sessions.find(session).map(stopped -> Correction.of(bill, facts, tariff, stopped.periods(), run))
                : Optional.empty();
    }
}
