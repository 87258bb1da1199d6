/** Tokens: issued, blocked, restricted while a bill is overdue, and what a station is told of them. */
@NullMarked
package io.voltledger.command.token;

import org.jspecify.annotations.NullMarked;
