package io.voltledger.query.receipt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Text in several fonts: each character in the first that has it. */
final class ReceiptText {

    private final List<PDFont> fonts;
    private final Map<String, Run> known = new HashMap<>();

    /** @param fonts in the order in which a glyph is looked for */
    ReceiptText(List<PDFont> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    float width(String text, float size) throws IOException {
        float width = 0;
        for (Run run : runs(text)) {
            width += run.font().getStringWidth(run.text()) / 1000 * size;
        }
        return width;
    }

    /** The text in lines that fit, broken between words, or within one that fits no line. */
    List<String> lines(String text, float size, float room) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<= )", -1)) {
            if (!line.isEmpty() && width(line + word.stripTrailing(), size) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            for (int character : word.codePoints().toArray()) {
                if (!line.isEmpty() && width(line + Character.toString(character), size) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.appendCodePoint(character);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    void write(PDPageContentStream content, String text, float x, float y, float size) throws IOException {
        content.beginText();
        content.newLineAtOffset(x, y);
        for (Run run : runs(text)) {
            content.setFont(run.font(), size);
            content.showText(run.text());
        }
        content.endText();
    }

    /** The text in pieces of one font; what none has, people typed somewhere: it shows as a question mark. */
    private List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        text.codePoints()
                .mapToObj(Character::toString)
                .map(character -> known.computeIfAbsent(character, this::runOf))
                .forEach(run -> {
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
