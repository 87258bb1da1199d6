/**
 * What past sessions cost by another tariff: the same rating over their recorded periods. Looking writes nothing; applying
 * orders corrections that a process carries out, once for each bill and run.
 */
@NullMarked
package io.voltledger.command.rerating;

import org.jspecify.annotations.NullMarked;
