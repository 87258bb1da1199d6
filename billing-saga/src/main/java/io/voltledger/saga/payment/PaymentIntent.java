package io.voltledger.saga.payment;

import io.voltledger.api.Money;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.refund.RefundEvent.RefundPartDue;
import io.voltledger.api.refund.RefundId;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done at the payment provider, written with the fact that it follows from.
 *
 * @param payment what it is about: a payment, a top-up, or a refund and its part
 * @param occasion what the money is or was taken for
 * @param idempotencyKey the same however often it is tried
 * @param method absent where the member has none
 * @param providerKey of the payment to be cancelled; absent for other kinds
 * @param refund which part of which refund; absent for other kinds
 * @param abandoned whether the platform gave the payment up: then nothing more may be charged
 * @param attempts how often it was claimed, this time included
 * @param claim whose it is until the lease ends; a later claim has another
 */
record PaymentIntent(
        PaymentId payment,
        Kind kind,
        Occasion occasion,
        OrderId order,
        String idempotencyKey,
        Money amount,
        @Nullable PaymentMethodId method,
        @Nullable String providerKey,
        @Nullable Refund refund,
        boolean abandoned,
        int attempts,
        String claim) {

    enum Kind {
        CHARGE,
        QUERY,
        CANCEL,
        REFUND
    }

    /** One part of a refund. */
    record Refund(RefundId id, int part) {

        boolean isOf(RefundPartDue due) {
            return id.equals(due.refund()) && part == due.part();
        }

        /** Names it among all intents. */
        PaymentId subject() {
            return new PaymentId(id.value() + "/" + part);
        }
    }

    /** What the customer sees; Toss allows 100 characters. */
    String orderName() {
        String name = occasion.description();
        return name.length() > 100 ? name.substring(0, 100) : name;
    }

    /** Also how our own is told from other cancels of the same payment. */
    String cancelReason() {
        return refund == null ? "late approval of " + order.value() : "refund " + payment.value();
    }
}
