/**
 * A payment provider that speaks Toss Payments' published API over real HTTP: scripted to approve, decline, fail or fall
 * silent, and durable, so that what it captured can be counted after any crash.
 */
@NullMarked
package io.voltledger.simulators.payment;

import org.jspecify.annotations.NullMarked;
