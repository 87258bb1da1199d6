/** Proves the reading side on a real MariaDB and over real HTTP, with an event store in memory. */
@NullMarked
package io.voltledger.query;

import org.jspecify.annotations.NullMarked;
