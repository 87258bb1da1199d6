package io.voltledger.command.rerating;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;

/**
 * One session by another tariff.
 *
 * @param charged what its bill asks for, less what was credited by others than this run
 * @param rerated what it costs by the other tariff
 * @param difference {@code rerated} less {@code charged}: below zero where too much was charged
 */
record Rerated(SessionId session, BillId bill, Money charged, Money rerated, Money difference, Outcome outcome) {

    /** What a difference leads to. */
    enum Outcome {
        SAME,
        /** Too much was charged: a credit note is due, or was issued by this run. */
        CREDIT,
        /** Too little was charged: a supplementary bill is due. */
        SUPPLEMENT;

        static Outcome of(Money difference) {
            if (difference.isZero()) {
                return SAME;
            }
            return difference.isNegative() ? CREDIT : SUPPLEMENT;
        }
    }

    static Rerated of(SessionId session, BillId bill, Money charged, Money rerated) {
        Money difference = rerated.minus(charged);
        return new Rerated(session, bill, charged, rerated, difference, Outcome.of(difference));
    }
}
