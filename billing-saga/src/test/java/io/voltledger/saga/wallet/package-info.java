/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.saga.wallet;

import org.jspecify.annotations.NullMarked;
