/** The outside world that the platform meets, simulated over real wires; one program with a subcommand for each part. */
@NullMarked
package io.voltledger.simulators;

import org.jspecify.annotations.NullMarked;
