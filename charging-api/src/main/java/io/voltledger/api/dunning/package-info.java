/** What happens to a member while a bill is overdue: restricted, then suspended, until it is paid. */
@NullMarked
package io.voltledger.api.dunning;

import org.jspecify.annotations.NullMarked;
