/** Tariff versions, and rating: a tariff and charging periods give bill lines, as a pure function. */
@NullMarked
package io.voltledger.command.tariff;

import org.jspecify.annotations.NullMarked;
