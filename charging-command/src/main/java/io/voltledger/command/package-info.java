/**
 * The write side: aggregates as thin shells around pure decisions, and REST for operators' commands. Here stands what
 * the contexts share: what a decision is, how it becomes events, how another aggregate's stream is read.
 */
@NullMarked
package io.voltledger.command;

import org.jspecify.annotations.NullMarked;
