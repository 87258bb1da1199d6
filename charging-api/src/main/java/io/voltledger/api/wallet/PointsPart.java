package io.voltledger.api.wallet;

import io.voltledger.api.Money;

/**
 * Points of one lot.
 *
 * @param amount more than zero, in minor units of the wallet's currency: a point is worth one
 */
public record PointsPart(PointsLotId lot, Money amount) {}
