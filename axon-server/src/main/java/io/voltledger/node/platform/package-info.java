/**
 * Connected applications: their instruction streams, heartbeats and event processors.
 */
@NullMarked
package io.voltledger.node.platform;

import org.jspecify.annotations.NullMarked;
