/**
 * What moves between wallets: taken from one by the member's command, brought to the other by a process, or brought back; and
 * what is set aside in them, until its time is over.
 */
@NullMarked
package io.voltledger.saga.wallet;

import org.jspecify.annotations.NullMarked;
