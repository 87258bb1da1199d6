/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.saga.reconciliation;

import org.jspecify.annotations.NullMarked;
