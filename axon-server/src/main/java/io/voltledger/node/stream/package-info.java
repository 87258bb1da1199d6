/**
 * Persistent streams: the node keeps how far each has come, spreads its events over segments, and these over the connected clients. Every event is
 * delivered at least once, from the last acknowledgement on.
 */
@NullMarked
package io.voltledger.node.stream;

import org.jspecify.annotations.NullMarked;
