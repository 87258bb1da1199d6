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
import io.voltledger.command.tariff.Taxes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a part of a bill is taken back: each credit note once, all together never more than the bill. */
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
        int line = command.line() == null ? 0 : command.line();
        if (line < 0 || line >= bill.lines().size()) {
            return Decision.refused("line-unknown", "The bill has no line " + line);
        }
        return exceeds(gross, bill, facts)
                .orElseGet(() -> Decision.of(issue(
                        command.creditNote(),
                        List.of(lineOf(command, bill.lines().get(line))),
                        command.reason(),
                        bill,
                        outstanding,
                        command.at())));
    }

    /** The refusal where more would go back than the bill took. */
    static Optional<Decision<BillEvent>> exceeds(Money gross, BillOpened bill, BillFacts facts) {
        Money creditable = bill.totals().gross().minus(facts.credited(gross.currency()));
        return gross.compareTo(creditable) > 0
                ? Optional.of(Decision.refused(
                        "credit-exceeds-bill", "Only " + creditable.amount() + " can still be credited"))
                : Optional.empty();
    }

    /** What is still owed is forgiven first; where nothing is owed any more, the bill is paid. */
    static List<BillEvent> issue(
            CreditNoteId note, List<BillLine> lines, String reason, BillOpened bill, Money outstanding, Instant at) {
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
