/** Tests of persistent streams without a network. */
@NullMarked
package io.voltledger.node.stream;

import org.jspecify.annotations.NullMarked;
