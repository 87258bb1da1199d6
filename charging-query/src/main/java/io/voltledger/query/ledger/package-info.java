/**
 * The books by double entry, drawn from what happened: {@link io.voltledger.query.ledger.Bookkeeping} says what a fact
 * debits and credits, the projection writes it down under the fact's position, and a trial balance can be drawn for every
 * position there ever was.
 */
@NullMarked
package io.voltledger.query.ledger;

import org.jspecify.annotations.NullMarked;
