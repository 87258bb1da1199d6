/** The comparison of what the payment provider says with the books and the bills, and the differences that people work off. */
@NullMarked
package io.voltledger.api.reconciliation;

import org.jspecify.annotations.NullMarked;
