/**
 * Processes over time: from a stopped session to its paid bill, and what the world is told on the way. Each context is a
 * package; none of them decides what a bill or payment is, they only send commands and carry out intents.
 */
@NullMarked
package io.voltledger.saga;

import org.jspecify.annotations.NullMarked;
