/** Money given back for a paid bill: asked for with a reason, approved by a second person where it is much, returned the way it came. */
@NullMarked
package io.voltledger.api.refund;

import org.jspecify.annotations.NullMarked;
