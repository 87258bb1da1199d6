/**
 * The benchmark that measures this node, or any other server of the same API, through the official connector.
 */
@NullMarked
package io.voltledger.node.bench;

import org.jspecify.annotations.NullMarked;
