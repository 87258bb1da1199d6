/**
 * Encrypted connections for gRPC and HTTP from PEM files, with or without certificates of clients. Changed files take effect without a restart.
 */
@NullMarked
package io.voltledger.node.tls;

import org.jspecify.annotations.NullMarked;
