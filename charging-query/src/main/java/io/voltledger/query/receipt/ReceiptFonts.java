package io.voltledger.query.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The fonts of receipts: the first of the machine's that the settings name, of which the glyphs that are used go into the
 * document. Where there is none, Hangul is asked of the reader's own machine.
 */
@Component
class ReceiptFonts {

    private static final Logger log = LoggerFactory.getLogger(ReceiptFonts.class);
    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Optional<Path> korean;

    ReceiptFonts(ReceiptSettings settings) {
        korean = settings.fonts().stream().filter(Files::isReadable).findFirst();
        korean.ifPresentOrElse(
                file -> log.info("Receipts are written in {}", file),
                () -> log.warn(
                        "No Korean font is installed: who reads a Korean receipt needs one (install fonts-nanum, or name one with voltledger.receipt.fonts)"));
    }

    /** In the order in which a glyph is looked for. */
    List<PDFont> of(PDDocument document) throws IOException {
        if (korean.isEmpty()) {
            return List.of(latin(document), new ReadersKorean());
        }
        try (InputStream file = Files.newInputStream(korean.get())) {
            return List.of(PDType0Font.load(document, file, true), latin(document));
        }
    }

    private static PDFont latin(PDDocument document) throws IOException {
        try (InputStream file = Objects.requireNonNull(PDFont.class.getResourceAsStream(LATIN), LATIN)) {
            return PDType0Font.load(document, file, true);
        }
    }
}
