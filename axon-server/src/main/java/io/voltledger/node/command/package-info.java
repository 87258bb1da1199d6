/**
 * Command routing: who handles what, consistent hashing over handlers, queues with permits, and the outcome of a command whose handler goes away.
 */
@NullMarked
package io.voltledger.node.command;

import org.jspecify.annotations.NullMarked;
