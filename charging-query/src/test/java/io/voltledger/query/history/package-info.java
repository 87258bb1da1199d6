/** A plausible history of a small charging operator, told as events: what tests and the console's preview are filled with. */
@NullMarked
package io.voltledger.query.history;

import org.jspecify.annotations.NullMarked;
