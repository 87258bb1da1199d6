package io.voltledger.query.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** A receipt as a PDF of A4 pages. */
final class ReceiptPdf {

    private static final float TITLE = 20;
    private static final float TEXT = 10;

    private ReceiptPdf() {}

    static byte[] of(Receipt receipt, Wording wording, ReceiptFonts fonts) {
        try (ReceiptPage page = new ReceiptPage(receipt.title() + " " + receipt.number(), receipt.language(), fonts)) {
            head(receipt, wording, page);
            for (Receipt.Line line : receipt.lines()) {
                line(line, wording, page);
            }
            page.rule();
            totals(receipt, wording, page);
            return page.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The receipt of " + receipt.number() + " cannot be written", e);
        }
    }

    private static void head(Receipt receipt, Wording wording, ReceiptPage page) throws IOException {
        page.line(receipt.title(), receipt.number(), TITLE);
        page.line(receipt.issuer().name(), wording.time(receipt.issuedAt()), TEXT);
        page.line(
                wording.word("registration") + " " + receipt.issuer().registrationNumber(),
                receipt.issuer().address(),
                TEXT);
        page.line(wording.word("session") + " " + receipt.session(), receipt.state(), TEXT);
        page.rule();
    }

    private static void line(Receipt.Line line, Wording wording, ReceiptPage page) throws IOException {
        BigDecimal unitPrice = line.unitPrice();
        BigDecimal rate = line.vatRate();
        String amount = wording.number(line.quantity()) + " " + line.unit()
                + (unitPrice == null ? "" : " x " + wording.number(unitPrice));
        page.line(line.label() + "  " + amount, wording.money(line.gross()), TEXT);
        page.line(
                "    " + wording.word("net") + " " + wording.money(line.net()) + ", " + wording.word("vat") + " "
                        + (rate == null ? "-" : wording.number(rate) + "%") + " " + wording.money(line.vat()),
                "",
                TEXT);
    }

    private static void totals(Receipt receipt, Wording wording, ReceiptPage page) throws IOException {
        page.line(wording.word("net"), wording.money(receipt.totals().net()), TEXT);
        page.line(wording.word("vat"), wording.money(receipt.totals().vat()), TEXT);
        page.line(wording.word("gross"), wording.money(receipt.totals().gross()), TEXT + 2);
        page.rule();
        for (Receipt.Payment payment : receipt.payments()) {
            page.line(payment.label() + ", " + wording.time(payment.at()), wording.money(payment.amount()), TEXT);
        }
        for (Receipt.Credit credit : receipt.credits()) {
            String number = credit.number() == null ? "" : " " + credit.number();
            page.line(
                    wording.word("credit") + number + ": " + credit.reason(),
                    "- " + wording.money(credit.totals().gross()),
                    TEXT);
        }
        page.line(wording.word("outstanding"), wording.money(receipt.outstanding()), TEXT);
    }
}
