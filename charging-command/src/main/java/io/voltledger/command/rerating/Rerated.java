package io.voltledger.command.rerating;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;
import io.voltledger.command.billing.Correction;
import io.voltledger.command.billing.VatShare;
import java.util.Currency;
import java.util.List;

/**
 * One session by another tariff.
 *
 * @param charged what its bill asks for, and what others than this run corrected
 * @param rerated what it costs by the other tariff
 * @param difference {@code rerated} less {@code charged}: below zero where too much was charged
 * @param credit what goes back, as a positive amount
 * @param supplement what is asked for
 * @param issued whether this run corrected it
 */
record Rerated(
        SessionId session,
        BillId bill,
        Money charged,
        Money rerated,
        Money difference,
        Money credit,
        Money supplement,
        Outcome outcome,
        boolean issued) {

    /** What a difference leads to. */
    enum Outcome {
        SAME,
        /** Too much was charged: by credit note. */
        CREDIT,
        /** Too little was charged: by supplementary bill. */
        SUPPLEMENT,
        /** Too much under one VAT rate, too little under another, if only in equal sums: by both. */
        EXCHANGE;

        static Outcome of(Money credit, Money supplement) {
            if (credit.isZero()) {
                return supplement.isZero() ? SAME : SUPPLEMENT;
            }
            return supplement.isZero() ? CREDIT : EXCHANGE;
        }
    }

    static Rerated of(Correction correction) {
        Currency currency = correction.charged().currency();
        Money credit = gross(correction.credits(), currency);
        Money supplement = gross(correction.supplements(), currency);
        return new Rerated(
                correction.session(),
                correction.bill(),
                correction.charged(),
                correction.rerated(),
                correction.difference(),
                credit,
                supplement,
                Outcome.of(credit, supplement),
                correction.issued());
    }

    private static Money gross(List<VatShare> shares, Currency currency) {
        return shares.stream().map(VatShare::gross).reduce(Money.zero(currency), Money::plus);
    }
}
