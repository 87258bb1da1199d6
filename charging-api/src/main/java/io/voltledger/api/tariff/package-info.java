/** Tariffs in the structure of OCPI 2.2.1 and 2.3.0 (module Tariffs), versioned and frozen into each session at its start. */
@NullMarked
package io.voltledger.api.tariff;

import org.jspecify.annotations.NullMarked;
