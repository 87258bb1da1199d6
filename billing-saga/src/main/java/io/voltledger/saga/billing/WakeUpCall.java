package io.voltledger.saga.billing;

/**
 * The payload of a deadline.
 *
 * @param attempt the attempt that it was set for
 */
record WakeUpCall(Step.Wait reason, int attempt) {}
