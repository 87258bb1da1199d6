/** The least write side that the processes need to run: decisions without event sourcing, in memory. */
@NullMarked
package io.voltledger.saga.standin;

import org.jspecify.annotations.NullMarked;
