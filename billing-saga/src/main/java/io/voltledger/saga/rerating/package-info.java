/** Carries out runs of corrections, bill by bill. */
@NullMarked
package io.voltledger.saga.rerating;

import org.jspecify.annotations.NullMarked;
