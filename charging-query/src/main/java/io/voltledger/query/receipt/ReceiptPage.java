package io.voltledger.query.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Lines and table rows on A4 pages, from top to bottom; what is too wide goes on in the next line. */
final class ReceiptPage implements AutoCloseable {

    private static final float MARGIN = 56;
    private static final float FOOT = 32;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float LEADING = 1.6f;
    private static final float GAP = 12;

    /** Right edges of a row's cells after the first, which begins at the left. */
    private static final List<Float> EDGES = List.of(205f, 265f, 330f, 370f, 415f, WIDTH);

    private static final float FIRST = 135;
    private static final float TABLE = 9;

    private final PDDocument document = new PDDocument();
    private final ReceiptText text;
    private final String foot;
    private List<String> head = List.of();
    private PDPageContentStream content;
    private float y;

    /** @param foot at the bottom of each page, before its number */
    ReceiptPage(String title, String language, String foot, ReceiptFonts available) throws IOException {
        this.text = new ReceiptText(available.of(document));
        this.foot = foot;
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        content = nextPage();
    }

    /** Text at the left and at the right edge of one line. */
    void line(String left, String right, float size) throws IOException {
        float taken = text.width(right, size);
        List<String> parts = text.lines(left, size, WIDTH - (taken == 0 ? 0 : taken + GAP));
        room(size * LEADING * parts.size());
        text.write(content, right, MARGIN + WIDTH - taken, y, size);
        for (String part : parts) {
            text.write(content, part, MARGIN, y, size);
            y -= size * LEADING;
        }
    }

    /** What stands over the rows, on each page again. */
    void head(List<String> cells) throws IOException {
        row(cells);
        rule();
        head = cells;
    }

    /** A row of seven cells. */
    void row(List<String> cells) throws IOException {
        List<String> parts = text.lines(cells.getFirst(), TABLE, FIRST);
        room(TABLE * LEADING * parts.size());
        for (int cell = 1; cell < cells.size(); cell++) {
            float edge = MARGIN + EDGES.get(cell - 1);
            text.write(content, cells.get(cell), edge - text.width(cells.get(cell), TABLE), y, TABLE);
        }
        for (String part : parts) {
            text.write(content, part, MARGIN, y, TABLE);
            y -= TABLE * LEADING;
        }
    }

    /** Ends the table. */
    void rule() throws IOException {
        head = List.of();
        content.setLineWidth(0.5f);
        content.moveTo(MARGIN, y + 6);
        content.lineTo(MARGIN + WIDTH, y + 6);
        content.stroke();
        y -= 8;
    }

    void space(float points) {
        y -= points;
    }

    byte[] bytes() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            content.close();
            number();
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

    private void number() throws IOException {
        int pages = document.getNumberOfPages();
        for (int page = 0; page < pages; page++) {
            try (PDPageContentStream end =
                    new PDPageContentStream(document, document.getPage(page), AppendMode.APPEND, true)) {
                String words = foot + "   " + (page + 1) + " / " + pages;
                text.write(end, words, MARGIN + WIDTH - text.width(words, TABLE), FOOT, TABLE);
            }
        }
    }

    private void room(float height) throws IOException {
        if (y - height < MARGIN) {
            content.close();
            content = nextPage();
            List<String> again = head;
            if (!again.isEmpty()) {
                head = List.of();
                head(again);
            }
        }
    }

    private PDPageContentStream nextPage() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }
}
