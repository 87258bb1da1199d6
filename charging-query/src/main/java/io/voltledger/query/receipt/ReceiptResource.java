package io.voltledger.query.receipt;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillQuery.FindBill;
import io.voltledger.api.billing.BillView;
import io.voltledger.query.web.Questions;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Receipts over REST: the language by Accept-Language, the form by Accept; for a plain link, which says neither, by
 * {@code language} and the name's end.
 */
@RestController
@RequestMapping("/api/bills/{id}")
@Tag(name = "Bills")
class ReceiptResource {

    private final Questions questions;
    private final Receipts receipts;
    private final ReceiptFonts fonts;

    ReceiptResource(Questions questions, Receipts receipts, ReceiptFonts fonts) {
        this.questions = questions;
        this.receipts = receipts;
        this.fonts = fonts;
    }

    @GetMapping(
            path = {"/receipt", "/receipt.json"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The receipt of a bill, in Korean or English")
    Receipt json(@PathVariable BillId id, @RequestParam Optional<Locale> language, Locale locale) {
        return receipts.of(bill(id), receipts.wording(language.orElse(locale)));
    }

    @GetMapping(
            path = {"/receipt", "/receipt.pdf"},
            produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The receipt of a bill as PDF, in Korean or English")
    ResponseEntity<byte[]> pdf(@PathVariable BillId id, @RequestParam Optional<Locale> language, Locale locale) {
        Wording wording = receipts.wording(language.orElse(locale));
        Receipt receipt = receipts.of(bill(id), wording);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(receipt.number() + ".pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_LANGUAGE, receipt.language())
                .body(ReceiptPdf.of(receipt, wording, fonts));
    }

    private BillView bill(BillId id) {
        return questions.get(new FindBill(id), BillView.class, "bill " + id.value());
    }
}
