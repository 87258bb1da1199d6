/** Work that is claimed from a table, done outside of any transaction, and repeated until it is done. */
@NullMarked
package io.voltledger.saga.work;

import org.jspecify.annotations.NullMarked;
