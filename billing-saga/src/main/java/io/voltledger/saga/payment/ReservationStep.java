package io.voltledger.saga.payment;

import io.voltledger.api.Money;
import io.voltledger.api.payment.OrderId;

/**
 * A step in the life of money that a card's bank sets aside before it is taken: authorised once, perhaps increased, then captured up to
 * what was set aside, or voided. Each may be repeated with the same idempotency key and then has the effect of one.
 */
public sealed interface ReservationStep {

    OrderId order();

    String idempotencyKey();

    /** What a provider must be able to do for it. */
    Capability needs();

    /** What not every provider can do. */
    enum Capability {
        PRE_AUTHORISE,
        INCREASE,
        CAPTURE,
        VOID
    }

    /** Sets an amount aside on a stored method; approved with the provider's key for what follows. */
    record Authorise(String billingKey, String customerKey, OrderId order, Money amount, String idempotencyKey)
            implements ReservationStep {

        @Override
        public Capability needs() {
            return Capability.PRE_AUTHORISE;
        }
    }

    /** @param to what is set aside in all from then on */
    record Increase(String providerKey, OrderId order, Money to, String idempotencyKey) implements ReservationStep {

        @Override
        public Capability needs() {
            return Capability.INCREASE;
        }
    }

    /** Takes what was set aside, or a part of it; the rest is the card's again. */
    record Capture(String providerKey, OrderId order, Money amount, String idempotencyKey) implements ReservationStep {

        @Override
        public Capability needs() {
            return Capability.CAPTURE;
        }
    }

    /** Gives up what was set aside; nothing is taken. */
    record Void(String providerKey, OrderId order, String reason, String idempotencyKey) implements ReservationStep {

        @Override
        public Capability needs() {
            return Capability.VOID;
        }
    }
}
