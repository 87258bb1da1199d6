package io.voltledger.query.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Lines of text on A4 pages, each character in the first font that has it. */
final class ReceiptPage implements AutoCloseable {

    private static final float MARGIN = 56;
    private static final float LEADING = 1.6f;

    private final PDDocument document = new PDDocument();
    private final List<PDFont> fonts;
    private PDPageContentStream content;
    private float y;

    ReceiptPage(String title, String language, ReceiptFonts available) throws IOException {
        fonts = available.of(document);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        content = nextPage();
    }

    /** Text at the left and at the right edge of one line. */
    void line(String left, String right, float size) throws IOException {
        if (y < MARGIN + size) {
            content.close();
            content = nextPage();
        }
        List<Run> shown = runs(right);
        float width = 0;
        for (Run run : shown) {
            width += run.font().getStringWidth(run.text()) / 1000 * size;
        }
        write(runs(left), MARGIN, size);
        write(shown, PDRectangle.A4.getWidth() - MARGIN - width, size);
        y -= size * LEADING;
    }

    void rule() throws IOException {
        content.moveTo(MARGIN, y + 6);
        content.lineTo(PDRectangle.A4.getWidth() - MARGIN, y + 6);
        content.stroke();
        y -= 8;
    }

    byte[] bytes() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            content.close();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A receipt cannot be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private PDPageContentStream nextPage() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    private void write(List<Run> runs, float x, float size) throws IOException {
        content.beginText();
        content.newLineAtOffset(x, y);
        for (Run run : runs) {
            content.setFont(run.font(), size);
            content.showText(run.text());
        }
        content.endText();
    }

    /** The text in pieces of one font; what none has, people typed somewhere: it shows as a question mark. */
    private List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        text.codePoints().mapToObj(Character::toString).map(this::runOf).forEach(run -> {
            if (!runs.isEmpty() && runs.getLast().font() == run.font()) {
                runs.addLast(new Run(run.font(), runs.removeLast().text() + run.text()));
            } else {
                runs.add(run);
            }
        });
        return runs;
    }

    private Run runOf(String character) {
        return fonts.stream()
                .filter(font -> hasGlyph(font, character))
                .findFirst()
                .map(font -> new Run(font, character))
                .orElseGet(() -> new Run(fonts.getFirst(), "?"));
    }

    private static boolean hasGlyph(PDFont font, String character) {
        try {
            font.encode(character);
            return true;
        } catch (IOException | IllegalArgumentException absent) {
            return false;
        }
    }

    /** A piece of text in one font. */
    private record Run(PDFont font, String text) {}
}
