package io.voltledger.command.billing;

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
import io.voltledger.api.billing.BillId;
import io.voltledger.command.Publication;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The bill of one session: opened with what is owed or parked for a person to look, paid in parts down to zero, overdue in between where the money does not come. */
@Aggregate(type = "Bill", cache = "aggregateCache")
class Bill {

    @AggregateIdentifier
    private @Nullable BillId bill;

    private BillFacts facts = BillFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenBill command, BilledSessions sessions) {
        decide(command, sessions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApplyPayment command, BilledSessions sessions) {
        decide(command, sessions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MarkBillOverdue command, BilledSessions sessions) {
        decide(command, sessions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestBillPayment command, BilledSessions sessions) {
        decide(command, sessions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReleaseBill command, BilledSessions sessions) {
        decide(command, sessions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(NumberBill command, BilledSessions sessions) {
        decide(command, sessions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueCreditNote command, BilledSessions sessions) {
        decide(command, sessions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CorrectBill command, BilledSessions sessions) {
        decide(command, sessions);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenSupplement command, BilledSessions sessions) {
        decide(command, sessions);
    }

    @EventSourcingHandler
    void on(BillEvent event) {
        bill = event.bill();
        facts = BillDecider.evolve(facts, event);
    }

    private void decide(BillCommand command, BilledSessions sessions) {
        Publication.publish(BillDecider.decide(command, facts, sessions));
    }
}
