/** The process from a stopped session to its paid bill, path by path. */
@NullMarked
package io.voltledger.saga.billing;

import org.jspecify.annotations.NullMarked;
