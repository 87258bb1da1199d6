/** Runs that rate past sessions by another tariff and have their bills corrected. */
@NullMarked
package io.voltledger.api.rerating;

import org.jspecify.annotations.NullMarked;
