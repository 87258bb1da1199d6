package io.voltledger.simulators.payment;

import java.time.Instant;

/**
 * One call that reached the provider.
 *
 * @param idempotencyKey empty where the caller sent none
 * @param subject the order or payment key it was about, empty where none
 * @param outcome HTTP status, or {@code no answer}
 */
public record ProviderCall(
        String method, String path, String idempotencyKey, String subject, String outcome, Instant at) {}
