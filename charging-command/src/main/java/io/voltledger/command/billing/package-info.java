/** Bills: rated once, paid to zero, parked where a person must look first. */
@NullMarked
package io.voltledger.command.billing;

import org.jspecify.annotations.NullMarked;
