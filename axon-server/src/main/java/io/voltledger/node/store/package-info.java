/**
 * The event log of one context on RocksDB: one writer with group commit, many readers, and nothing that knows about gRPC.
 */
@NullMarked
package io.voltledger.node.store;

import org.jspecify.annotations.NullMarked;
