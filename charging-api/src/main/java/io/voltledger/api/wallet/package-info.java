/** A member's prepaid funds and points: credit, hold, capture and release, each a balanced ledger entry. */
@NullMarked
package io.voltledger.api.wallet;

import org.jspecify.annotations.NullMarked;
