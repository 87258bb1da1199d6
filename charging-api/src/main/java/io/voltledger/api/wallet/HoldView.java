package io.voltledger.api.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import java.time.Instant;

/** Funds that are set aside for a bill now. */
public record HoldView(HoldId hold, BillId bill, Money amount, Instant heldAt) {}
