/** A member's funds by double entry: credited, held, captured, released. */
@NullMarked
package io.voltledger.command.wallet;

import org.jspecify.annotations.NullMarked;
