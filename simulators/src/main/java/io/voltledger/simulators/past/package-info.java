/**
 * The past of a platform, made for measuring: one real charge is the pattern, from which any number of finished and paid sessions are made, in the
 * event store and in the read models, with followers that have read them all. It knows neither types of events nor tables: what names the
 * pattern's session is taken as it stands, with other identifiers and times.
 */
@NullMarked
package io.voltledger.simulators.past;

import org.jspecify.annotations.NullMarked;
