package io.voltledger.query.receipt;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.LineSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt in one language.
 *
 * @param number of the bill
 * @param session that it charges for
 * @param state of the bill in words
 * @param lines in the order of the bill
 * @param totals of the bill, before any credit
 * @param outstanding what is still owed
 */
record Receipt(
        String language,
        String title,
        String number,
        BillId bill,
        String session,
        Issuer issuer,
        String state,
        Instant issuedAt,
        @Nullable Instant paidAt,
        List<Line> lines,
        BillTotals totals,
        List<Payment> payments,
        List<Credit> credits,
        Money outstanding) {

    /** Who issued it. */
    record Issuer(String name, String registrationNumber, String address) {}

    /**
     * @param label what was charged for, in words
     * @param sources which stretches of the session, with the registers and events around them
     */
    record Line(
            String label,
            BigDecimal quantity,
            String unit,
            @Nullable BigDecimal unitPrice,
            Money net,
            @Nullable BigDecimal vatRate,
            Money vat,
            Money gross,
            List<LineSource> sources) {}

    /** @param label by what, in words */
    record Payment(String label, Money amount, Instant at) {}

    /** @param number absent for a moment after it was issued */
    record Credit(@Nullable String number, String reason, BillTotals totals, Instant at) {}
}
