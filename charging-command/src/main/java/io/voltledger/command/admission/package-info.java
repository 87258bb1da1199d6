/** Decides who may come in as which station, and keeps what was demanded, refused and let in. */
@NullMarked
package io.voltledger.command.admission;

import org.jspecify.annotations.NullMarked;
