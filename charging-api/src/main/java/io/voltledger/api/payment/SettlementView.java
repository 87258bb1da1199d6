package io.voltledger.api.payment;

import org.jspecify.annotations.Nullable;

/**
 * A settlement by hand.
 *
 * @param approvedBy the second person, {@code policy} where none was needed; absent while it waits for one
 */
public record SettlementView(HandSettlement what, @Nullable String approvedBy) {}
