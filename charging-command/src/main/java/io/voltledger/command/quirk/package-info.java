/** Quirk profiles: drafted by operators, published version by version. */
@NullMarked
package io.voltledger.command.quirk;

import org.jspecify.annotations.NullMarked;
