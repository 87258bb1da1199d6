package io.voltledger.saga.integration;

import static io.voltledger.api.integration.Envelope.PAYMENT_TOPIC;
import static io.voltledger.api.integration.Envelope.TRANSACTION_TOPIC;

import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.BillOverdue;
import io.voltledger.api.billing.BillEvent.BillPaid;
import io.voltledger.api.billing.BillEvent.BillParked;
import io.voltledger.api.billing.BillEvent.BillPaymentRequested;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bills: opened, parked, credited, paid, overdue; a driver is told of the last two. */
final class BillEnvelopes {

    private BillEnvelopes() {}

    static List<Outgoing> of(BillEvent event, Envelopes envelopes) {
        String key = event.bill().value();
        return switch (event) {
            case BillOpened opened ->
                envelopes.make(
                        "billing.bill.opened",
                        key,
                        opened.member(),
                        facts(event, opened.session(), opened.member())
                                .with("totalFee", opened.totals().gross())
                                .with("net", opened.totals().net())
                                .with("vat", opened.totals().vat())
                                .with("tariffId", opened.tariff().value())
                                .with("tariffVersion", opened.tariffVersion())
                                .with("openedAt", opened.openedAt()),
                        PAYMENT_TOPIC);
            case BillParked parked ->
                envelopes.make(
                        "billing.bill.parked",
                        key,
                        parked.member(),
                        facts(event, parked.session(), parked.member())
                                .with("reasons", parked.reasons())
                                .with("parkedAt", parked.parkedAt()),
                        PAYMENT_TOPIC);
            case PaymentApplied applied -> applied(applied, envelopes);
            case BillEvent.BillOverpaid overpaid ->
                envelopes.make(
                        "billing.bill.overpaid",
                        key,
                        overpaid.member(),
                        facts(event, overpaid.session(), overpaid.member())
                                .with("reference", overpaid.reference())
                                .with("excess", overpaid.excess())
                                .with("bookedAt", overpaid.bookedAt()),
                        PAYMENT_TOPIC);
            case BillPaid paid ->
                envelopes.make(
                        "billing.bill.paid",
                        key,
                        paid.member(),
                        facts(event, paid.session(), paid.member())
                                .with("totalFee", paid.total())
                                .with("paidAt", paid.paidAt()),
                        PAYMENT_TOPIC,
                        TRANSACTION_TOPIC);
            case BillOverdue overdue ->
                envelopes.make(
                        "billing.bill.overdue",
                        key,
                        overdue.member(),
                        facts(event, overdue.session(), overdue.member())
                                .with("outstanding", overdue.outstanding())
                                .with("overdueAt", overdue.overdueAt()),
                        PAYMENT_TOPIC,
                        TRANSACTION_TOPIC);
            case BillEvent.BillReleased released -> List.of();
            case BillEvent.SupplementIssued supplement -> List.of(); // its own bill says it
            case BillEvent.BillNumbered numbered ->
                envelopes.make(
                        numbered.creditNote() == null ? "billing.bill.issued" : "billing.credit-note.numbered",
                        key,
                        null,
                        new Facts()
                                .with("billId", key)
                                .with("number", numbered.series().print(numbered.number()))
                                .with("numberedAt", numbered.numberedAt()),
                        PAYMENT_TOPIC);
            case BillEvent.CreditNoteIssued note ->
                envelopes.make(
                        "billing.credit-note.issued",
                        key,
                        note.member(),
                        facts(event, note.session(), note.member())
                                .with("creditNoteId", note.creditNote().value())
                                .with("gross", note.totals().gross())
                                .with("vat", note.totals().vat())
                                .with("reason", note.reason())
                                .with("issuedAt", note.issuedAt()),
                        PAYMENT_TOPIC);
            case BillPaymentRequested requested ->
                envelopes.make(
                        "billing.bill.payment-requested",
                        key,
                        null,
                        new Facts().with("billId", key).with("requestedAt", requested.requestedAt()),
                        PAYMENT_TOPIC);
        };
    }

    private static List<Outgoing> applied(PaymentApplied applied, Envelopes envelopes) {
        Facts facts = new Facts()
                .with("billId", applied.bill().value())
                .with("source", applied.source().name())
                .with("reference", applied.reference())
                .with("amount", applied.amount())
                .with("outstanding", applied.outstanding())
                .with("appliedAt", applied.appliedAt());
        return envelopes.make("billing.bill.credited", applied.bill().value(), null, facts, PAYMENT_TOPIC);
    }

    private static Facts facts(BillEvent event, SessionId session, @Nullable MemberId member) {
        return Facts.ofSession(session)
                .with("billId", event.bill().value())
                .with("memberUuid", member == null ? null : member.value());
    }
}
