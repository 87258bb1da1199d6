package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.CreditNoteId;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** What bills charge, read from their streams. */
@Component
public class ChargedBills {

    private final EventStore store;

    ChargedBills(EventStore store) {
        this.store = store;
    }

    /**
     * With tax, less what was credited; empty where the bill is not open.
     *
     * @param except a credit note that is left out
     */
    public Optional<Money> charged(BillId bill, CreditNoteId except) {
        List<BillEvent> events = store.readEvents(bill.toString(), 0)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .map(BillEvent.class::cast)
                .toList();
        Optional<Money> opened = events.stream()
                .filter(BillOpened.class::isInstance)
                .map(event -> ((BillOpened) event).totals().gross())
                .findFirst();
        return opened.map(gross -> events.stream()
                .filter(CreditNoteIssued.class::isInstance)
                .map(CreditNoteIssued.class::cast)
                .filter(note -> !note.creditNote().equals(except))
                .map(note -> note.totals().gross())
                .reduce(gross, Money::minus));
    }
}
