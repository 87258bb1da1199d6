/** How members stand: which of their overdue bills bar them from charging. */
@NullMarked
package io.voltledger.command.dunning;

import org.jspecify.annotations.NullMarked;
