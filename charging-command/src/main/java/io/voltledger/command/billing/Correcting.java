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
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How a bill is brought to what another tariff asks for: back by a credit note, up by a bill of its own, once for each run. */
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
        Money difference = correction.difference();
        if (correction.issued() || difference.isZero()) {
            return Decision.nothing();
        }
        return difference.isPositive()
                ? Decision.of(supplement(command, bill, correction))
                : credit(command, bill, outstanding, facts, correction);
    }

    private static Decision<BillEvent> credit(
            CorrectBill command, BillOpened bill, Money outstanding, BillFacts facts, Correction correction) {
        Money gross = correction.charged().minus(correction.rerated());
        return Crediting.exceeds(gross, bill, facts)
                .orElseGet(() -> Decision.of(Crediting.issue(
                        Correction.creditNote(command.run()),
                        correction.shares().stream().map(Correcting::less).toList(),
                        reason(command),
                        bill,
                        outstanding,
                        command.at())));
    }

    private static BillEvent supplement(CorrectBill command, BillOpened bill, Correction correction) {
        List<BillLine> lines = correction.shares().stream()
                .map(share -> line(BillLine.Kind.SUPPLEMENT, share))
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

    /** What a credit note takes back is a positive amount. */
    private static BillLine less(VatShare share) {
        Money zero = Money.zero(share.net().currency());
        return line(BillLine.Kind.CREDIT, new VatShare(share.rate(), zero.minus(share.net()), zero.minus(share.vat())));
    }

    private static BillLine line(BillLine.Kind kind, VatShare share) {
        return new BillLine(
                kind,
                BigDecimal.ONE,
                "session",
                null,
                share.net(),
                share.rate(),
                share.vat(),
                share.net().plus(share.vat()));
    }

    private static String reason(CorrectBill command) {
        return "rerated by %s version %d"
                .formatted(command.tariff().id().value(), command.tariff().version());
    }
}
