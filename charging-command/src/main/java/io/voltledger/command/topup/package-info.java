/** Top-ups of wallets by card: what was asked for, what the provider said, and whether the wallet took it. */
@NullMarked
package io.voltledger.command.topup;

import org.jspecify.annotations.NullMarked;
