/** Holds the ground of the modules to its promises. */
@NullMarked
package io.voltledger.runtime;

import org.jspecify.annotations.NullMarked;
