package io.voltledger.simulators.payment;

import java.time.Instant;
import java.util.List;

/**
 * Money that the provider took.
 *
 * @param orderId the caller's, unique
 * @param orderName what the caller says it is for
 * @param amount in won
 * @param idempotencyKey of the call that took it
 * @param cancels what was given back since
 */
public record Capture(
        String orderId,
        String orderName,
        String paymentKey,
        String customerKey,
        long amount,
        String idempotencyKey,
        Instant approvedAt,
        List<Cancel> cancels) {

    /** A part given back, or all of it. */
    public record Cancel(long amount, String reason, Instant cancelledAt) {}

    public Capture {
        cancels = List.copyOf(cancels);
    }

    /** What is left after cancels, in won. */
    public long balance() {
        return amount - cancels.stream().mapToLong(Cancel::amount).sum();
    }

    /** Toss Payments' word for where it stands. */
    public String status() {
        return cancels.isEmpty() ? "DONE" : balance() == 0 ? "CANCELED" : "PARTIAL_CANCELED";
    }
}
