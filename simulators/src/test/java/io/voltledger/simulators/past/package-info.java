/** Tests of what past sessions are made from. */
@NullMarked
package io.voltledger.simulators.past;

import org.jspecify.annotations.NullMarked;
