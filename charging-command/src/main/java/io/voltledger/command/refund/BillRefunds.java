package io.voltledger.command.refund;

import io.voltledger.api.refund.BillRefundsId;
import io.voltledger.api.refund.RefundCommand.ApproveRefund;
import io.voltledger.api.refund.RefundCommand.ApproveRefundSettlement;
import io.voltledger.api.refund.RefundCommand.RejectRefund;
import io.voltledger.api.refund.RefundCommand.ReportRefundPart;
import io.voltledger.api.refund.RefundCommand.ReportRefundPartFailed;
import io.voltledger.api.refund.RefundCommand.RequestRefund;
import io.voltledger.api.refund.RefundCommand.ReturnOverpayment;
import io.voltledger.api.refund.RefundCommand.SettleRefundPart;
import io.voltledger.api.refund.RefundEvent;
import io.voltledger.command.CommandSettings;
import io.voltledger.command.Publication;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * All refunds of one bill: each is asked for, approved or rejected, and returned part by part; together they never exceed
 * what was paid.
 */
@Aggregate(type = "BillRefunds", cache = "aggregateCache")
class BillRefunds {

    @AggregateIdentifier
    private @Nullable BillRefundsId refunds;

    private RefundFacts facts = RefundFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestRefund command, PaidBills bills, CommandSettings settings) {
        Publication.publish(
                RefundDecider.decide(command, facts, bills.of(command.bill()), settings.refundsWithoutApproval()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReturnOverpayment command, PaidBills bills) {
        Publication.publish(RefundDecider.decide(command, facts, bills.of(command.bill())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApproveRefund command) {
        Publication.publish(RefundDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RejectRefund command) {
        Publication.publish(RefundDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportRefundPart command) {
        Publication.publish(RefundDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportRefundPartFailed command) {
        Publication.publish(RefundDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SettleRefundPart command, CommandSettings settings) {
        Publication.publish(RefundSettling.decide(command, facts, settings.refundsWithoutApproval()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApproveRefundSettlement command) {
        Publication.publish(RefundDecider.decide(command, facts));
    }

    @EventSourcingHandler
    void on(RefundEvent event) {
        refunds = new BillRefundsId(event.bill());
        facts = RefundDecider.evolve(facts, event);
    }
}
