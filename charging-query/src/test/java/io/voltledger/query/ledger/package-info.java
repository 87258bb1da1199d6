/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.query.ledger;

import org.jspecify.annotations.NullMarked;
