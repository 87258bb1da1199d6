/**
 * What past sessions cost by another tariff: the same rating over their recorded periods. Looking writes nothing; applying takes
 * back what was charged too much, once for each bill and run.
 */
@NullMarked
package io.voltledger.command.rerating;

import org.jspecify.annotations.NullMarked;
