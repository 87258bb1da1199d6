/** Tests of receipts. */
@NullMarked
package io.voltledger.query.receipt;

import org.jspecify.annotations.NullMarked;
