/**
 * The reading side: projections of the event history into tables, queries over them, REST, and the console for
 * operators and auditors. Tables never leave this module; views do.
 */
@NullMarked
package io.voltledger.query;

import org.jspecify.annotations.NullMarked;
