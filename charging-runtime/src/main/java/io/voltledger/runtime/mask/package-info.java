/** Covers in JSON what not everybody may read: credentials, drivers' id tags. */
@NullMarked
package io.voltledger.runtime.mask;

import org.jspecify.annotations.NullMarked;
