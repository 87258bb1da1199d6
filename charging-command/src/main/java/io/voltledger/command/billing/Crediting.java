package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillCommand.IssueCreditNote;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.command.Decision;
import io.voltledger.command.tariff.Taxes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How a part of a bill is taken back: each credit note once, all together never more than the bill. */
final class Crediting {

    private Crediting() {}

    static Decision<BillEvent> decide(IssueCreditNote command, BillOpened bill, Money outstanding, BillFacts facts) {
        if (facts.creditNotes().contains(command.creditNote())) {
            return Decision.nothing();
        }
        Money gross = command.gross();
        if (!gross.currency().equals(outstanding.currency())) {
            return Decision.refused(
                    "currency-mismatch", "The bill is in " + outstanding.currency() + ", not " + gross.currency());
        }
        if (!gross.isPositive()) {
            return Decision.refused("amount-invalid", "A credit is more than nothing");
        }
        int line = command.line() == null ? 0 : command.line();
        if (line < 0 || line >= bill.lines().size()) {
            return Decision.refused("line-unknown", "The bill has no line " + line);
        }
        Money creditable =
                bill.totals().gross().minus(facts.credited() == null ? Money.zero(gross.currency()) : facts.credited());
        if (gross.compareTo(creditable) > 0) {
            return Decision.refused("credit-exceeds-bill", "Only " + creditable.amount() + " can still be credited");
        }
        return Decision.of(issue(command, bill, lineOf(command, bill.lines().get(line)), outstanding));
    }

    private static List<BillEvent> issue(IssueCreditNote command, BillOpened bill, BillLine line, Money outstanding) {
        Money forgiven = line.gross().min(outstanding);
        Money rest = outstanding.minus(forgiven);
        List<BillEvent> events = new ArrayList<>(List.of(new CreditNoteIssued(
                command.bill(),
                command.creditNote(),
                bill.session(),
                bill.member(),
                command.reason(),
                List.of(line),
                new BillTotals(line.net(), line.vat(), line.gross()),
                rest,
                line.gross().minus(forgiven),
                command.at())));
        if (outstanding.isPositive() && rest.isZero()) {
            events.add(BillDecider.paid(bill, command.at()));
        }
        return events;
    }

    private static BillLine lineOf(IssueCreditNote command, BillLine credited) {
        Money vat = Taxes.within(command.gross(), credited.vatRate());
        return new BillLine(
                BillLine.Kind.CREDIT,
                BigDecimal.ONE,
                "session",
                null,
                command.gross().minus(vat),
                credited.vatRate(),
                vat,
                command.gross());
    }
}
