/** Tests of the rules of stations' ways in. */
@NullMarked
package io.voltledger.command.admission;

import org.jspecify.annotations.NullMarked;
