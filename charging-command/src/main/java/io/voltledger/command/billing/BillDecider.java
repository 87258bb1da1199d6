package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillCommand;
import io.voltledger.api.billing.BillCommand.ApplyPayment;
import io.voltledger.api.billing.BillCommand.CorrectBill;
import io.voltledger.api.billing.BillCommand.IssueCreditNote;
import io.voltledger.api.billing.BillCommand.MarkBillOverdue;
import io.voltledger.api.billing.BillCommand.NumberBill;
import io.voltledger.api.billing.BillCommand.OpenBill;
import io.voltledger.api.billing.BillCommand.OpenSupplement;
import io.voltledger.api.billing.BillCommand.ReleaseBill;
import io.voltledger.api.billing.BillCommand.RequestBillPayment;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillNumbered;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.BillOverdue;
import io.voltledger.api.billing.BillEvent.BillOverpaid;
import io.voltledger.api.billing.BillEvent.BillPaid;
import io.voltledger.api.billing.BillEvent.BillParked;
import io.voltledger.api.billing.BillEvent.BillPaymentRequested;
import io.voltledger.api.billing.BillEvent.BillReleased;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillEvent.SupplementIssued;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.command.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules of a bill's money: each payment once, never more than the bill, paid where nothing is owed. */
final class BillDecider {

    private static final String NOT_PAYABLE = "bill-not-payable";

    private BillDecider() {}

    static Decision<BillEvent> decide(BillCommand command, BillFacts facts, BilledSessions sessions) {
        if (command instanceof OpenBill open) {
            return exists(facts) ? Decision.nothing() : Opening.decide(open);
        }
        if (command instanceof OpenSupplement open) {
            return exists(facts) ? Decision.nothing() : Decision.of(Opening.open(open));
        }
        if (!exists(facts)) {
            return Decision.notFound("bill " + command.bill().value());
        }
        if (command instanceof ReleaseBill release) {
            return Releasing.decide(release, facts.parked(), sessions);
        }
        BillOpened bill = facts.opened();
        Money outstanding = facts.outstanding();
        if (bill == null || outstanding == null) {
            return Decision.refused(NOT_PAYABLE, "The bill is parked: a person must look first");
        }
        return switch (command) {
            case OpenBill repeated -> Decision.nothing();
            case OpenSupplement repeated -> Decision.nothing();
            case ReleaseBill repeated -> Decision.nothing();
            case ApplyPayment payment -> apply(payment, bill, outstanding, facts);
            case MarkBillOverdue mark ->
                facts.overdue() || outstanding.isZero()
                        ? Decision.nothing()
                        : Decision.of(
                                new BillOverdue(mark.bill(), bill.session(), bill.member(), outstanding, mark.at()));
            case RequestBillPayment request -> request(request, outstanding, facts);
            case NumberBill number -> number(number, facts);
            case IssueCreditNote credit -> Crediting.decide(credit, bill, outstanding, facts);
            case CorrectBill correct -> Correcting.decide(correct, bill, outstanding, facts, sessions);
        };
    }

    private static Decision<BillEvent> number(NumberBill command, BillFacts facts) {
        CreditNoteId note = command.creditNote();
        if (note != null && !facts.credits().containsKey(note)) {
            return Decision.notFound("credit note " + note.value());
        }
        return facts.numbers().containsKey(NumberedDocument.of(command.bill(), note))
                ? Decision.nothing()
                : Decision.of(new BillNumbered(command.bill(), note, command.series(), command.number(), command.at()));
    }

    private static boolean exists(BillFacts facts) {
        return facts.parked() != null || facts.opened() != null;
    }

    private static Decision<BillEvent> apply(
            ApplyPayment command, BillOpened bill, Money outstanding, BillFacts facts) {
        if (facts.references().contains(command.reference())) {
            return Decision.nothing();
        }
        Money amount = command.amount();
        if (!amount.currency().equals(outstanding.currency())) {
            return Decision.refused(
                    "currency-mismatch", "The bill is in " + outstanding.currency() + ", not " + amount.currency());
        }
        if (!amount.isPositive()) {
            return Decision.refused("amount-invalid", "A payment is more than nothing");
        }
        long unpaid = bill.totals().gross().amount() - facts.paid();
        if (amount.amount() > unpaid) {
            return Decision.refused("overpayment", "Only " + unpaid + " of the bill is not paid");
        }
        return Decision.of(booked(command, bill, outstanding, facts));
    }

    /** Money that was taken is always booked; what a credit note has made too much of it is said, so that it goes back. */
    private static List<BillEvent> booked(ApplyPayment command, BillOpened bill, Money outstanding, BillFacts facts) {
        Money excess = command.amount().minus(command.amount().min(outstanding));
        Money rest = outstanding.minus(command.amount().min(outstanding));
        List<BillEvent> events = new ArrayList<>(List.of(new PaymentApplied(
                command.bill(), command.source(), command.reference(), command.amount(), rest, command.at())));
        if (excess.isPositive()) {
            events.add(new BillOverpaid(
                    command.bill(),
                    bill.session(),
                    bill.member(),
                    command.reference(),
                    facts.references().size() + 1,
                    excess,
                    command.at()));
        }
        if (outstanding.isPositive() && rest.isZero()) {
            events.add(paid(bill, command.at()));
        }
        return events;
    }

    private static Decision<BillEvent> request(RequestBillPayment command, Money outstanding, BillFacts facts) {
        if (command.at().equals(facts.paymentRequestedAt())) {
            return Decision.nothing();
        }
        return outstanding.isPositive()
                ? Decision.of(new BillPaymentRequested(command.bill(), command.at()))
                : Decision.refused(NOT_PAYABLE, "Nothing is owed on the bill");
    }

    static BillPaid paid(BillOpened bill, Instant at) {
        return new BillPaid(
                bill.bill(), bill.session(), bill.member(), bill.totals().gross(), at);
    }

    static BillFacts evolve(BillFacts facts, BillEvent event) {
        return switch (event) {
            case BillOpened opened -> BillFacts.open(opened);
            case BillParked parked -> BillFacts.parked(parked);
            case BillReleased released -> facts;
            case BillNumbered numbered ->
                facts.numbered(NumberedDocument.of(numbered.bill(), numbered.creditNote()), numbered.number());
            case CreditNoteIssued note -> facts.credited(note);
            case SupplementIssued supplement -> facts.supplemented(supplement);
            case PaymentApplied applied -> facts.applied(applied);
            case BillOverpaid overpaid -> facts;
            case BillPaid paid -> facts.marked(false);
            case BillOverdue overdue -> facts.marked(true);
            case BillPaymentRequested requested -> facts.requested(requested.requestedAt());
        };
    }
}
