/** Refunds: never more than was paid, by two persons where it is much, each part returned once. */
@NullMarked
package io.voltledger.command.refund;

import org.jspecify.annotations.NullMarked;
