/** How changes of rows are gathered. */
@NullMarked
package io.voltledger.query.sql;

import org.jspecify.annotations.NullMarked;
