/**
 * The process from a stopped session to its paid bill. What it chooses stands in {@link
 * io.voltledger.saga.billing.PaymentPlan}, plain Java; the saga around it keeps the state and carries out the steps.
 */
@NullMarked
package io.voltledger.saga.billing;

import org.jspecify.annotations.NullMarked;
