package io.voltledger.saga.payment;

import io.voltledger.api.Money;
import java.time.Instant;

/**
 * One movement in the provider's own list.
 *
 * @param key the provider's id of the movement
 * @param orderId as the provider has it
 * @param returned whether the money went back; taken otherwise
 * @param amount positive either way
 */
public record ProviderTransaction(String key, String orderId, boolean returned, Money amount, Instant at) {}
