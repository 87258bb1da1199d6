/** Tests of the simulated stations against a scripted central system on a real socket. */
@NullMarked
package io.voltledger.simulators.station;

import org.jspecify.annotations.NullMarked;
