/** The module as a whole: on a real database, against the simulated provider, with stand-ins for the write side only. */
@NullMarked
package io.voltledger.saga;

import org.jspecify.annotations.NullMarked;
