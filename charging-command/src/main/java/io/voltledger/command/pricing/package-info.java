/**
 * Which tariff a session gets and what it would cost: the rule book, the choice by it as a pure function, and quotes that are
 * rated as bills are.
 */
@NullMarked
package io.voltledger.command.pricing;

import org.jspecify.annotations.NullMarked;
