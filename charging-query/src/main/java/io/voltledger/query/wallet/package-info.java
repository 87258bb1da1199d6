/** Members' prepaid funds and how they moved, as operators read them. */
@NullMarked
package io.voltledger.query.wallet;

import org.jspecify.annotations.NullMarked;
