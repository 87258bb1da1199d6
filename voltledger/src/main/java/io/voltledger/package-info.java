/** The all-in-one application: every module in one JVM, on an embedded database, broker and event store. */
@NullMarked
package io.voltledger;

import org.jspecify.annotations.NullMarked;
