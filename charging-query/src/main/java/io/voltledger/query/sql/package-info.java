/** How projections change rows, how values of the published language stand in columns, and how lists are cut into pages by key. */
@NullMarked
package io.voltledger.query.sql;

import org.jspecify.annotations.NullMarked;
