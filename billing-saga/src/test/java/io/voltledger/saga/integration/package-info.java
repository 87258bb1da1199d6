/** What integration events look like. */
@NullMarked
package io.voltledger.saga.integration;

import org.jspecify.annotations.NullMarked;
