/** The embedded Axon Server node: a single-node event store and message router that speaks Axon Server's public gRPC API. */
@NullMarked
package io.voltledger.node;

import org.jspecify.annotations.NullMarked;
