package io.voltledger.command.refund;

import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.refund.RefundPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from the streams of a bill and its payments what was paid, and by which of the provider's payments. */
@Component
class PaidBills {

    private final EventStore store;

    PaidBills(EventStore store) {
        this.store = store;
    }

    /** Empty where there is no such bill or it was never opened. */
    Optional<PaidBill> of(BillId bill) {
        List<?> events = events(bill).toList();
        List<RefundPart> parts = events.stream()
                .filter(PaymentApplied.class::isInstance)
                .map(PaymentApplied.class::cast)
                .map(this::part)
                .toList();
        Optional<MemberId> member = events.stream()
                .filter(BillOpened.class::isInstance)
                .map(BillOpened.class::cast)
                .map(BillOpened::member)
                .findFirst();
        return member.map(owner -> new PaidBill(owner, parts, asked(events)));
    }

    private static long asked(List<?> events) {
        return events.stream()
                .mapToLong(event -> switch (event) {
                    case BillOpened opened -> opened.totals().gross().amount();
                    case CreditNoteIssued note -> -note.totals().gross().amount();
                    default -> 0;
                })
                .sum();
    }

    private RefundPart part(PaymentApplied payment) {
        return new RefundPart(payment.source(), payment.reference(), providerKey(payment), payment.amount());
    }

    private @Nullable String providerKey(PaymentApplied payment) {
        return payment.source() == PaymentSource.WALLET
                ? null
                : events(new PaymentId(payment.reference()))
                        .filter(PaymentApproved.class::isInstance)
                        .map(PaymentApproved.class::cast)
                        .map(PaymentApproved::providerKey)
                        .findFirst()
                        .orElseThrow();
    }

    private Stream<?> events(Object aggregate) {
        return store.readEvents(aggregate.toString()).asStream().map(DomainEventMessage::getPayload);
    }
}
