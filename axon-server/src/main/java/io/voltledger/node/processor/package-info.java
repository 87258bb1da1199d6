/**
 * The event processors that applications run: what they report of them, how they are steered from here, and how their segments are balanced over instances.
 */
@NullMarked
package io.voltledger.node.processor;

import org.jspecify.annotations.NullMarked;
