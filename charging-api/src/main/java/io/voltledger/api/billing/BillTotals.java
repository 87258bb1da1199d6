package io.voltledger.api.billing;

import io.voltledger.api.Money;

/** The sums of a bill's lines; gross is what is owed. */
public record BillTotals(Money net, Money vat, Money gross) {}
