/** Tokens and whether they may charge, as operators read them. */
@NullMarked
package io.voltledger.query.token;

import org.jspecify.annotations.NullMarked;
