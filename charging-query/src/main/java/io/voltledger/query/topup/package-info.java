/** Top-ups of wallets by card, as members and operators read them. */
@NullMarked
package io.voltledger.query.topup;

import org.jspecify.annotations.NullMarked;
