/** What cannot go on by itself and waits for an operator. */
@NullMarked
package io.voltledger.api.operations;

import org.jspecify.annotations.NullMarked;
