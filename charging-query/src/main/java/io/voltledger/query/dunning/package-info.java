/** Overdue bills and what they have come to, as operators read them. */
@NullMarked
package io.voltledger.query.dunning;

import org.jspecify.annotations.NullMarked;
