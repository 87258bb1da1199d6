/** Refunds as operators read them. */
@NullMarked
package io.voltledger.query.refund;

import org.jspecify.annotations.NullMarked;
