/** Tests of processors without a network. */
@NullMarked
package io.voltledger.node.processor;

import org.jspecify.annotations.NullMarked;
