package io.voltledger.command.rerating;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;
import io.voltledger.command.billing.Correction;

/**
 * One session by another tariff.
 *
 * @param charged what its bill asks for, and what others than this run corrected
 * @param rerated what it costs by the other tariff
 * @param difference {@code rerated} less {@code charged}: below zero where too much was charged
 * @param issued whether this run corrected it
 */
record Rerated(
        SessionId session,
        BillId bill,
        Money charged,
        Money rerated,
        Money difference,
        Outcome outcome,
        boolean issued) {

    /** What a difference leads to. */
    enum Outcome {
        SAME,
        /** Too much was charged: by credit note. */
        CREDIT,
        /** Too little was charged: by supplementary bill. */
        SUPPLEMENT;

        static Outcome of(Money difference) {
            if (difference.isZero()) {
                return SAME;
            }
            return difference.isNegative() ? CREDIT : SUPPLEMENT;
        }
    }

    static Rerated of(Correction correction) {
        Money difference = correction.difference();
        return new Rerated(
                correction.session(),
                correction.bill(),
                correction.charged(),
                correction.rerated(),
                difference,
                Outcome.of(difference),
                correction.issued());
    }
}
