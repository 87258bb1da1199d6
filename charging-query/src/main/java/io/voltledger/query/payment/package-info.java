/** Attempts to take money, and what members pay with, as operators read them. */
@NullMarked
package io.voltledger.query.payment;

import org.jspecify.annotations.NullMarked;
