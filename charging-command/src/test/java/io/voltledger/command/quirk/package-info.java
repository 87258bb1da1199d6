/** The life of a quirk profile. */
@NullMarked
package io.voltledger.command.quirk;

import org.jspecify.annotations.NullMarked;
