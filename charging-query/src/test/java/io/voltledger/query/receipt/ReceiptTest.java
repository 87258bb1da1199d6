package io.voltledger.query.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillState;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.BillView;
import io.voltledger.api.billing.BillView.AppliedPayment;
import io.voltledger.api.billing.BillView.CreditNote;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.session.SessionId;
import io.voltledger.runtime.CommandRejected;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Receipts receipts = new Receipts(new IssuerSettings("볼트레저 주식회사", "123-45-67890", "서울시 중구 1", SEOUL));
    private final ReceiptFonts fonts = new ReceiptFonts(new ReceiptSettings(List.of()));

    @Test
    void isWrittenInKorean() throws IOException {
        assertThat(text(bill("VL-2026-00000042"), Locale.KOREAN))
                .contains("영수증", "VL-2026-00000042", "볼트레저 주식회사", "123-45-67890", "충전 전력량", "부가세 10% (공급가액 3,592)")
                .contains("합계", "KRW 3,951", "카드", "결제 완료", "2026. 11. 21.", "영수증 VL-2026-00000042   1 / 1");
    }

    @Test
    void isWrittenInEnglishForAllOthers() throws IOException {
        assertThat(text(bill("VL-2026-00000042"), Locale.FRENCH))
                .contains(
                        "Receipt",
                        "11.975 kWh 300 3,592 10 359 3,951",
                        "VAT 10% (Net 3,592) KRW 359",
                        "Net KRW 3,592",
                        "Paid")
                .contains("Credit note VLC-2026-00000001: cable was broken ?", "- KRW 951", "Nov 21, 2026");
    }

    @Test
    void carriesTheFirstFontThatTheMachineHas(@TempDir Path machine) throws IOException {
        Path file = machine.resolve("Nanum.ttf");
        try (InputStream font =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            Files.copy(Objects.requireNonNull(font), file);
        }
        ReceiptFonts installed = new ReceiptFonts(new ReceiptSettings(List.of(machine.resolve("absent.ttf"), file)));
        Wording wording = receipts.wording(Locale.KOREAN);
        try (PDDocument document =
                Loader.loadPDF(ReceiptPdf.of(receipts.of(bill("VL-2026-00000042"), wording), wording, installed))) {
            PDResources used = document.getPage(0).getResources();
            for (COSName name : used.getFontNames()) {
                assertThat(used.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void saysTheSameAsJson() {
        Receipt receipt = receipts.of(bill("VL-2026-00000042"), Wording.of(Locale.KOREAN, SEOUL));
        assertThat(receipt.lines()).singleElement().satisfies(line -> {
            assertThat(line.label()).isEqualTo("충전 전력량");
            assertThat(line.gross()).isEqualTo(won(3_951));
        });
        assertThat(receipt.credits()).extracting(Receipt.Credit::number).containsExactly("VLC-2026-00000001");
        assertThat(receipt.state()).isEqualTo("결제 완료");
    }

    @Test
    void goesOnInTheNextLineWhereAReasonIsLong() throws IOException {
        BillView bill = bill(
                "VL-2026-00000042", "the cable was wet and charging was slower than promised, so a part comes back");
        assertThat(text(bill, Locale.ENGLISH))
                .containsPattern("wet and charging was slower .*- KRW 951\\R")
                .contains("comes back");
    }

    @Test
    void goesOnOverAnotherPage() throws IOException {
        BillView bill = bill("VL-2026-00000042");
        Receipt receipt = receipts.of(bill, Wording.of(Locale.US, SEOUL));
        Receipt longer = new Receipt(
                receipt.language(),
                receipt.title(),
                receipt.number(),
                receipt.bill(),
                receipt.session(),
                receipt.issuer(),
                receipt.state(),
                receipt.issuedAt(),
                receipt.paidAt(),
                Stream.generate(() -> receipt.lines().getFirst()).limit(100).toList(),
                receipt.totals(),
                receipt.payments(),
                receipt.credits(),
                receipt.outstanding());
        try (PDDocument document = Loader.loadPDF(ReceiptPdf.of(longer, Wording.of(Locale.US, SEOUL), fonts))) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(document)).contains("Unit price", "2 / 3");
        }
    }

    @Test
    void isNotThereBeforeTheBillHasANumber() {
        Wording wording = Wording.of(Locale.KOREAN, SEOUL);
        BillView bill = bill(null);
        assertThatThrownBy(() -> receipts.of(bill, wording)).isInstanceOf(CommandRejected.class);
    }

    private String text(BillView bill, Locale locale) throws IOException {
        Wording wording = receipts.wording(locale);
        try (PDDocument document = Loader.loadPDF(ReceiptPdf.of(receipts.of(bill, wording), wording, fonts))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private static BillView bill(@Nullable String number) {
        return bill(number, "cable was broken \u2603");
    }

    private static BillView bill(@Nullable String number, String reason) {
        BillTotals totals = new BillTotals(won(3_592), won(359), won(3_951));
        return new BillView(
                new BillId("CP-1:42"),
                new SessionId("CP-1:42"),
                null,
                null,
                BillState.PAID,
                null,
                null,
                List.of(new BillLine(
                        BillLine.Kind.ENERGY,
                        new BigDecimal("11.975"),
                        "kWh",
                        new BigDecimal("300"),
                        totals.net(),
                        new BigDecimal("10"),
                        totals.vat(),
                        totals.gross())),
                totals,
                won(0),
                List.of(new AppliedPayment(PaymentSource.CARD, "p1", won(3_951), AT)),
                List.of(),
                AT,
                AT,
                null,
                number,
                List.of(new CreditNote(
                        new CreditNoteId("c1"),
                        "VLC-2026-00000001",
                        reason,
                        new BillTotals(won(865), won(86), won(951)),
                        AT)));
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
