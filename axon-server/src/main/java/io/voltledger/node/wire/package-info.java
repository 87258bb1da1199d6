/**
 * What every service shares on the wire: raw messages that are never fully parsed, error codes as trailers, flow-controlled outboxes and the context of a call.
 */
@NullMarked
package io.voltledger.node.wire;

import org.jspecify.annotations.NullMarked;
