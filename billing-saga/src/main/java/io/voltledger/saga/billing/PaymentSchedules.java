package io.voltledger.saga.billing;

import java.time.Duration;
import java.util.List;

/**
 * How patient the process is.
 *
 * @param declined delays between attempts; after the last the bill is overdue
 * @param abandonAfter how long an outcome may stay unknown
 * @param stallAfter how long any other answer may take before operators are told
 * @param restrictAfter how long after a bill is overdue its token starts no new charge
 * @param suspendAfter how long after it no token of the member does
 */
public record PaymentSchedules(
        List<Duration> declined,
        Duration abandonAfter,
        Duration stallAfter,
        Duration restrictAfter,
        Duration suspendAfter) {

    public PaymentSchedules {
        declined = List.copyOf(declined);
    }

    /** When to look whether an answer has come. */
    Step stall(PaymentProcess process) {
        return new Step.WakeUp(Step.Wait.STALL, process.attempt(), stallAfter);
    }
}
