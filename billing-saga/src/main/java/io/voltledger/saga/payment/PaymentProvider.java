package io.voltledger.saga.payment;

import io.voltledger.api.Money;
import io.voltledger.api.payment.OrderId;
import io.voltledger.saga.payment.ReservationStep.Capability;
import java.time.Instant;
import java.util.Set;

/**
 * Whoever takes money from cards. Every call may be repeated with the same idempotency key and then has the effect of
 * one; no call throws for what the provider or the network does, that is an outcome.
 */
public interface PaymentProvider {

    /** The code of what a provider cannot do. */
    String NOT_SUPPORTED = "NOT_SUPPORTED";

    /** Exchanges what the card entry form returned for a key that later charges are made with. */
    CardRegistration register(String authKey, String customerKey, String idempotencyKey);

    /** Charges a stored method. */
    ProviderOutcome charge(Charge charge);

    /** What became of an order; approved only where the amount agrees. */
    ProviderOutcome query(OrderId order, Money amount);

    /** Gives the amount back: all that was taken or a part of it. */
    ProviderOutcome cancel(Cancellation cancellation);

    /** Whether this very cancellation took effect before; not found where it did not. */
    ProviderOutcome find(Cancellation cancellation);

    /** What it can do beside charging at once. */
    Set<Capability> capabilities();

    /** Takes a step with money that is set aside; declined with {@link #NOT_SUPPORTED} where it cannot, and nothing was called. */
    ProviderOutcome reserve(ReservationStep step);

    /**
     * What the provider says moved: for reconciliation.
     *
     * @param until exclusive
     */
    TransactionList transactions(Instant from, Instant until);

    /**
     * A charge of a stored method.
     *
     * @param orderName what the customer sees
     */
    record Charge(
            String billingKey,
            String customerKey,
            OrderId order,
            String orderName,
            Money amount,
            String idempotencyKey) {}

    /**
     * @param providerKey the provider's own id of the payment
     * @param reason also how our cancel is told from another one
     */
    record Cancellation(String providerKey, OrderId order, Money amount, String reason, String idempotencyKey) {}
}
