/** What this module cannot go on with, shown to operators and taken up again when they say so. */
@NullMarked
package io.voltledger.saga.operations;

import org.jspecify.annotations.NullMarked;
