/** Quirk profiles, as operators and gateways read them. */
@NullMarked
package io.voltledger.query.quirk;

import org.jspecify.annotations.NullMarked;
