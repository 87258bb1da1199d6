/** Proof that what a card was charged for a wallet ends in the wallet or goes back. */
@NullMarked
package io.voltledger.command.topup;

import org.jspecify.annotations.NullMarked;
