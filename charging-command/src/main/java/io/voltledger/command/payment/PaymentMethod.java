package io.voltledger.command.payment;

import io.voltledger.api.payment.PaymentMethodCommand.RegisterPaymentMethod;
import io.voltledger.api.payment.PaymentMethodCommand.RemovePaymentMethod;
import io.voltledger.api.payment.PaymentMethodEvent;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.command.Publication;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A card or account of a member: registered once, removed for good. */
@Aggregate(type = "PaymentMethod", cache = "aggregateCache")
class PaymentMethod {

    @AggregateIdentifier
    private @Nullable PaymentMethodId method;

    private PaymentMethodFacts facts = PaymentMethodFacts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterPaymentMethod command) {
        Publication.publish(PaymentMethodDecider.decide(command, facts));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RemovePaymentMethod command) {
        Publication.publish(PaymentMethodDecider.decide(command, facts));
    }

    @EventSourcingHandler
    void on(PaymentMethodEvent event) {
        method = event.method();
        facts = PaymentMethodDecider.evolve(facts, event);
    }
}
