/** Tokens that identify a driver at a station, and what a station is told about them. */
@NullMarked
package io.voltledger.api.token;

import org.jspecify.annotations.NullMarked;
