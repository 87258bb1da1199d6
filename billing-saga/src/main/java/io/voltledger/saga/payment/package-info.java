/**
 * Taking money: the port to a payment provider with its Toss Payments adapter, the intents that are written with the
 * facts they follow from, the worker that carries them out, and the vault of billing keys.
 */
@NullMarked
package io.voltledger.saga.payment;

import org.jspecify.annotations.NullMarked;
