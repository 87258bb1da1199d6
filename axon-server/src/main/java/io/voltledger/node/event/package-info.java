/**
 * The event store and event scheduler services on the wire, over the log of the call's context.
 */
@NullMarked
package io.voltledger.node.event;

import org.jspecify.annotations.NullMarked;
