package io.voltledger.query.receipt;

import io.voltledger.api.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A receipt as a PDF of A4 pages. */
final class ReceiptPdf {

    private static final float TITLE = 20;
    private static final float TEXT = 10;
    private static final float TOTAL = 13;
    private static final float SPACE = 10;
    private static final String NONE = "-";

    private final Receipt receipt;
    private final Wording wording;
    private final ReceiptPage page;

    private ReceiptPdf(Receipt receipt, Wording wording, ReceiptPage page) {
        this.receipt = receipt;
        this.wording = wording;
        this.page = page;
    }

    static byte[] of(Receipt receipt, Wording wording, ReceiptFonts fonts) {
        String name = receipt.title() + " " + receipt.number();
        try (ReceiptPage page = new ReceiptPage(name, receipt.language(), name, fonts)) {
            new ReceiptPdf(receipt, wording, page).write();
            return page.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The receipt of " + receipt.number() + " cannot be written", e);
        }
    }

    private void write() throws IOException {
        issuer();
        lines();
        totals();
        settled();
    }

    private void issuer() throws IOException {
        page.line(receipt.title(), receipt.number(), TITLE);
        page.space(SPACE);
        page.line(receipt.issuer().name(), "", TEXT);
        page.line(word("registration") + " " + receipt.issuer().registrationNumber(), "", TEXT);
        page.line(receipt.issuer().address(), "", TEXT);
        page.space(SPACE);
        page.line(word("session"), receipt.session(), TEXT);
        page.line(word("issued"), wording.time(receipt.issuedAt()), TEXT);
        page.line(word("state"), receipt.state(), TEXT);
        page.space(SPACE);
    }

    private void lines() throws IOException {
        page.head(List.of(
                word("item") + " (" + receipt.totals().gross().currency().getCurrencyCode() + ")",
                word("quantity"),
                word("unitPrice"),
                word("net"),
                word("rate"),
                word("vat"),
                word("gross")));
        for (Receipt.Line line : receipt.lines()) {
            page.row(List.of(
                    line.label(),
                    wording.number(line.quantity()) + " " + line.unit(),
                    numberOrNone(line.unitPrice()),
                    wording.amount(line.net()),
                    numberOrNone(line.vatRate()),
                    wording.amount(line.vat()),
                    wording.amount(line.gross())));
        }
        page.rule();
    }

    private void totals() throws IOException {
        page.line(word("net"), wording.money(receipt.totals().net()), TEXT);
        for (Map.Entry<BigDecimal, List<Receipt.Line>> rate : byRate().entrySet()) {
            Money net = sum(rate.getValue().stream().map(Receipt.Line::net).toList());
            Money vat = sum(rate.getValue().stream().map(Receipt.Line::vat).toList());
            page.line(
                    word("vat") + " " + wording.number(rate.getKey()) + "% (" + word("net") + " " + wording.amount(net)
                            + ")",
                    wording.money(vat),
                    TEXT);
        }
        page.space(2);
        page.line(word("gross"), wording.money(receipt.totals().gross()), TOTAL);
        page.rule();
    }

    private void settled() throws IOException {
        for (Receipt.Payment payment : receipt.payments()) {
            page.line(
                    word("paid") + ": " + payment.label() + ", " + wording.time(payment.at()),
                    "- " + wording.money(payment.amount()),
                    TEXT);
        }
        for (Receipt.Credit credit : receipt.credits()) {
            String number = credit.number() == null ? "" : " " + credit.number();
            page.line(
                    word("credit") + number + ": " + credit.reason(),
                    "- " + wording.money(credit.totals().gross()),
                    TEXT);
        }
        page.space(SPACE / 2);
        page.line(word("outstanding"), wording.money(receipt.outstanding()), TOTAL);
    }

    /** The lines of each VAT rate, the highest first; those without VAT are in none. */
    private Map<BigDecimal, List<Receipt.Line>> byRate() {
        Map<BigDecimal, List<Receipt.Line>> rates = new TreeMap<>(Comparator.reverseOrder());
        for (Receipt.Line line : receipt.lines()) {
            BigDecimal rate = line.vatRate();
            if (rate != null) {
                rates.computeIfAbsent(rate, first -> new ArrayList<>()).add(line);
            }
        }
        return rates;
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElseThrow();
    }

    private String numberOrNone(@Nullable BigDecimal number) {
        return number == null ? NONE : wording.number(number);
    }

    private String word(String key) {
        return wording.word(key);
    }
}
