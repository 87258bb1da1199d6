package io.voltledger.query.receipt;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.BillView;
import io.voltledger.runtime.CommandRejected;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the receipt of a bill. */
@Component
class Receipts {

    private final IssuerSettings issuer;

    Receipts(IssuerSettings issuer) {
        this.issuer = issuer;
    }

    Wording wording(Locale locale) {
        return Wording.of(locale, issuer.zone());
    }

    /** Refused with {@code bill-not-issued} while the bill is parked or has no number. */
    Receipt of(BillView bill, Wording wording) {
        String number = Optional.ofNullable(bill.number()).orElseThrow(() -> notIssued(bill));
        BillTotals totals = Optional.ofNullable(bill.totals()).orElseThrow(() -> notIssued(bill));
        Money outstanding = Optional.ofNullable(bill.outstanding()).orElseThrow(() -> notIssued(bill));
        return new Receipt(
                wording.language(),
                wording.word("title"),
                number,
                bill.id(),
                bill.session().value(),
                new Receipt.Issuer(issuer.name(), issuer.registrationNumber(), issuer.address()),
                wording.word("state." + bill.state()),
                bill.createdAt(),
                bill.paidAt(),
                bill.lines().stream().map(line -> line(line, wording)).toList(),
                totals,
                bill.payments().stream()
                        .map(payment -> new Receipt.Payment(
                                wording.word("source." + payment.source()), payment.amount(), payment.appliedAt()))
                        .toList(),
                bill.creditNotes().stream()
                        .map(note -> new Receipt.Credit(note.number(), note.reason(), note.totals(), note.issuedAt()))
                        .toList(),
                outstanding);
    }

    private static Receipt.Line line(BillLine line, Wording wording) {
        return new Receipt.Line(
                wording.word("kind." + line.kind()),
                line.quantity(),
                line.unit(),
                line.unitPrice(),
                line.net(),
                line.vatRate(),
                line.vat(),
                line.gross(),
                line.sources());
    }

    private static CommandRejected notIssued(BillView bill) {
        return new CommandRejected(
                new Rejection("bill-not-issued", "Bill " + bill.id().value() + " is not issued: it has no number"));
    }
}
