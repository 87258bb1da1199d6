/** The platform as its users meet it: real processes, real wires, real kills. */
@NullMarked
package io.voltledger.e2e;

import org.jspecify.annotations.NullMarked;
