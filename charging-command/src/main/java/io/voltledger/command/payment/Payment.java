package io.voltledger.command.payment;

import io.voltledger.api.payment.PaymentCommand.AbandonPayment;
import io.voltledger.api.payment.PaymentCommand.ApprovePaymentSettlement;
import io.voltledger.api.payment.PaymentCommand.ConfirmPayment;
import io.voltledger.api.payment.PaymentCommand.DeclinePayment;
import io.voltledger.api.payment.PaymentCommand.RecordChargeback;
import io.voltledger.api.payment.PaymentCommand.ReportPaymentCancelled;
import io.voltledger.api.payment.PaymentCommand.ReportUnknownOutcome;
import io.voltledger.api.payment.PaymentCommand.RequestPayment;
import io.voltledger.api.payment.PaymentCommand.SettlePayment;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.command.CommandSettings;
import io.voltledger.command.Publication;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One attempt to take money for a bill: requested, perhaps of unknown outcome for a while, then approved, declined or given up. */
@Aggregate(type = "Payment", cache = "aggregateCache")
class Payment {

    @AggregateIdentifier
    private @Nullable PaymentId payment;

    private PaymentFacts facts = PaymentFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestPayment command) {
        Publication.publish(PaymentDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ConfirmPayment command) {
        Publication.publish(PaymentDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclinePayment command) {
        Publication.publish(PaymentDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportUnknownOutcome command) {
        Publication.publish(PaymentDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AbandonPayment command) {
        Publication.publish(PaymentDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordChargeback command) {
        Publication.publish(PaymentDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportPaymentCancelled command) {
        Publication.publish(PaymentDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SettlePayment command, CommandSettings settings) {
        Publication.publish(PaymentSettling.decide(command, facts, settings.refundsWithoutApproval()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApprovePaymentSettlement command) {
        Publication.publish(PaymentSettling.decide(command, facts));
    }

    @EventSourcingHandler
    void on(PaymentEvent event) {
        payment = event.payment();
        facts = PaymentDecider.evolve(facts, event);
    }
}
