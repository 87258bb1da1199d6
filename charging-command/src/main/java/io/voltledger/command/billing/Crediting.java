package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillCommand.IssueCreditNote;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.command.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a part of a bill is taken back: each credit note once, all together never more than the bill has under each VAT rate. */
final class Crediting {

    private Crediting() {}

    static Decision<BillEvent> decide(IssueCreditNote command, BillOpened bill, Money outstanding, BillFacts facts) {
        if (facts.credits().containsKey(command.creditNote())) {
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
        Integer line = command.line();
        if (line != null && (line < 0 || line >= bill.lines().size())) {
            return Decision.refused("line-unknown", "The bill has no line " + line);
        }
        Creditable creditable = Creditable.of(bill, facts);
        Money most = line == null
                ? creditable.gross()
                : creditable.gross(bill.lines().get(line).vatRate());
        if (gross.compareTo(most) > 0) {
            return exceeds(most);
        }
        List<VatShare> shares = line == null
                ? creditable.spread(gross)
                : List.of(creditable.share(gross, bill.lines().get(line).vatRate()));
        return creditable.covers(shares)
                ? Decision.of(issue(command.creditNote(), shares, command.reason(), bill, outstanding, command.at()))
                : exceeds(most);
    }

    /** More would go back than the bill took. */
    static Decision<BillEvent> exceeds(Money most) {
        return Decision.refused("credit-exceeds-bill", "Only " + most.amount() + " can still be credited");
    }

    /** What is still owed is forgiven first; where nothing is owed any more, the bill is paid. */
    static List<BillEvent> issue(
            CreditNoteId note, List<VatShare> shares, String reason, BillOpened bill, Money outstanding, Instant at) {
        List<BillLine> lines =
                shares.stream().map(share -> share.line(BillLine.Kind.CREDIT)).toList();
        BillTotals totals = Correction.totals(outstanding.currency(), lines);
        Money forgiven = totals.gross().min(outstanding);
        Money rest = outstanding.minus(forgiven);
        List<BillEvent> events = new ArrayList<>(List.of(new CreditNoteIssued(
                bill.bill(),
                note,
                bill.session(),
                bill.member(),
                reason,
                lines,
                totals,
                rest,
                totals.gross().minus(forgiven),
                at)));
        if (outstanding.isPositive() && rest.isZero()) {
            events.add(BillDecider.paid(bill, at));
        }
        return events;
    }
}
