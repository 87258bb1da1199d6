/** The platform's books by double entry: accounts, postings, trial balance. */
@NullMarked
package io.voltledger.api.ledger;

import org.jspecify.annotations.NullMarked;
