package io.voltledger.query.receipt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A Korean font that is not in the document: it names the character collection Adobe-Korea1 (ISO 32000-1, 9.7.5.2), for which
 * readers take a font of theirs. Each glyph is as wide as high.
 */
final class ReadersKorean extends PDType0Font {

    private static final String NAME = "HYGoThic-Medium";
    private static final int SYMBOLIC = 4;
    private static final int EM = 1000;

    ReadersKorean() throws IOException {
        super(font());
    }

    /** Hangul, its letters and the signs of its script; the rest is left to other fonts. */
    @Override
    protected byte[] encode(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        if (script != Character.UnicodeScript.HANGUL && script != Character.UnicodeScript.HAN) {
            throw new IllegalArgumentException("Not Korean: U+" + Integer.toHexString(character));
        }
        return Character.toString(character).getBytes(StandardCharsets.UTF_16BE);
    }

    private static COSDictionary font() {
        COSDictionary font = dictionary(COSName.FONT, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, NAME);
        font.setName(COSName.ENCODING, "UniKS-UTF16-H");
        COSArray descendants = new COSArray();
        descendants.add(glyphs());
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private static COSDictionary glyphs() {
        COSDictionary collection = new COSDictionary();
        collection.setItem(COSName.REGISTRY, new COSString("Adobe"));
        collection.setItem(COSName.ORDERING, new COSString("Korea1"));
        collection.setInt(COSName.SUPPLEMENT, 1);
        COSDictionary glyphs = dictionary(COSName.FONT, COSName.CID_FONT_TYPE0);
        glyphs.setName(COSName.BASE_FONT, NAME);
        glyphs.setItem(COSName.CIDSYSTEMINFO, collection);
        glyphs.setItem(COSName.FONT_DESC, descriptor());
        glyphs.setItem(COSName.DW, COSInteger.get(EM));
        return glyphs;
    }

    private static COSDictionary descriptor() {
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, NAME);
        descriptor.setInt(COSName.FLAGS, SYMBOLIC);
        descriptor.setItem(COSName.FONT_BBOX, new PDRectangle(0, -148, EM, 1100));
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 752);
        descriptor.setInt(COSName.DESCENT, -271);
        descriptor.setInt(COSName.CAP_HEIGHT, 737);
        descriptor.setInt(COSName.STEM_V, 58);
        return descriptor;
    }

    private static COSDictionary dictionary(COSName type, COSName subtype) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, type);
        dictionary.setItem(COSName.SUBTYPE, subtype);
        return dictionary;
    }
}
