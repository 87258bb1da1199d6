package io.voltledger.command.rerating;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.command.billing.ChargedBills;
import io.voltledger.command.session.StoppedSessions;
import io.voltledger.command.tariff.Rating;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Rates past sessions by another tariff; writes nothing. */
@Component
class Rerater {

    private final StoppedSessions sessions;
    private final ChargedBills bills;

    Rerater(StoppedSessions sessions, ChargedBills bills) {
        this.sessions = sessions;
        this.bills = bills;
    }

    /** @param run whose own credits do not count, so that asking again after applying gives the same answer */
    Rerating of(FrozenTariff tariff, List<SessionId> past, String run) {
        List<Rerated> rerated = new ArrayList<>();
        int skipped = 0;
        for (SessionId session : past) {
            Optional<Rerated> one = one(tariff, session, run);
            one.ifPresent(rerated::add);
            skipped += one.isPresent() ? 0 : 1;
        }
        return Rerating.of(tariff.tariff().currency(), rerated, skipped);
    }

    private Optional<Rerated> one(FrozenTariff tariff, SessionId session, String run) {
        BillId bill = BillId.of(session);
        Optional<Money> charged = bills.charged(bill, RerateCredit.of(run))
                .filter(money -> money.currency().equals(tariff.tariff().currency()));
        return charged.flatMap(money -> sessions.find(session)
                .map(stopped -> Rerated.of(
                        session,
                        bill,
                        money,
                        Rating.of(tariff.tariff(), stopped.periods()).totals().gross())));
    }
}
