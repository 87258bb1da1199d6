/**
 * Query routing: point-to-point, scatter-gather, streaming and subscription queries over the connected handlers.
 */
@NullMarked
package io.voltledger.node.query;

import org.jspecify.annotations.NullMarked;
