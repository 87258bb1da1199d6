/** One charge: how registers become energy, time becomes periods, and doubts become reasons for review. */
@NullMarked
package io.voltledger.command.session;

import org.jspecify.annotations.NullMarked;
