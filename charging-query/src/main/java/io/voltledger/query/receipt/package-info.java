/** Receipts of bills, in Korean and English, as JSON and as PDF. */
@NullMarked
package io.voltledger.query.receipt;

import org.jspecify.annotations.NullMarked;
