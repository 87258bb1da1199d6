package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillCommand.CorrectBill;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.SupplementIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.command.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a bill is brought to what another tariff asks for, once for each run: under a VAT rate that asks for less by a credit note,
 * under one that asks for more by a bill of its own.
 */
final class Correcting {

    private Correcting() {}

    static Decision<BillEvent> decide(
            CorrectBill command, BillOpened bill, Money outstanding, BillFacts facts, BilledSessions sessions) {
        if (!command.tariff().tariff().currency().equals(outstanding.currency())) {
            return Decision.refused(
                    "currency-mismatch", "The bill is in " + outstanding.currency() + ", the tariff is not");
        }
        Optional<SessionStopped> stopped = sessions.stopped(bill.session());
        if (stopped.isEmpty()) {
            return Decision.refused("bill-incomplete", "Its session has not stopped");
        }
        Correction correction = Correction.of(
                bill, facts, command.tariff().tariff(), stopped.get().periods(), command.run());
        if (correction.issued()) {
            return Decision.nothing();
        }
        if (!Creditable.of(bill, facts).covers(correction.credits())) {
            return Crediting.exceeds(Creditable.of(bill, facts).gross());
        }
        List<BillEvent> events = new ArrayList<>();
        if (!correction.supplements().isEmpty()) {
            events.add(supplement(command, bill, correction));
        }
        if (!correction.credits().isEmpty()) {
            events.addAll(Crediting.issue(
                    Correction.creditNote(command.run()),
                    correction.credits(),
                    reason(command),
                    bill,
                    outstanding,
                    command.at()));
        }
        return Decision.of(events);
    }

    private static BillEvent supplement(CorrectBill command, BillOpened bill, Correction correction) {
        List<BillLine> lines = correction.supplements().stream()
                .map(share -> share.line(BillLine.Kind.SUPPLEMENT))
                .toList();
        return new SupplementIssued(
                bill.bill(),
                BillId.supplement(bill.session(), command.run()),
                bill.session(),
                bill.member(),
                bill.token(),
                command.tariff().id(),
                command.tariff().version(),
                reason(command),
                lines,
                Correction.totals(correction.charged().currency(), lines),
                command.at());
    }

    private static String reason(CorrectBill command) {
        return "rerated by %s version %d"
                .formatted(command.tariff().id().value(), command.tariff().version());
    }
}
