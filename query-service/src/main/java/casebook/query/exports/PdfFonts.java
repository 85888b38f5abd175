package casebook.query.exports;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.stream.Collectors;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/** Liberation Sans, which has every letter of Vietnamese. Only the letters that are used come into the document. */
public final class PdfFonts {

    private static final float TITLE = 15;
    private static final float TEXT = 9.5f;

    private final BaseFont regular;
    private final BaseFont bold;

    private PdfFonts(BaseFont regular, BaseFont bold) {
        this.regular = regular;
        this.bold = bold;
    }

    public static PdfFonts load() {
        return new PdfFonts(font("LiberationSans-Regular.ttf"), font("LiberationSans-Bold.ttf"));
    }

    public Font title() {
        return new Font(bold, TITLE);
    }

    public Font heading() {
        return new Font(bold, TEXT);
    }

    public Font text() {
        return new Font(regular, TEXT);
    }

    public Font label() {
        return secondary(text());
    }

    /** For what is also said in other words. */
    public Font secondary(Font font) {
        return new Font(regular, font.getSize(), Font.NORMAL, Color.DARK_GRAY);
    }

    /** The text with composed letters, as fonts have them. A character that the font has not is named, not left out. */
    public String printable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(this::printable)
                .collect(Collectors.joining());
    }

    private String printable(int codePoint) {
        return codePoint == '\n' || regular.charExists(codePoint)
                ? Character.toString(codePoint)
                : "[U+%04X]".formatted(codePoint);
    }

    private static BaseFont font(String file) {
        try (var in = PdfFonts.class.getResourceAsStream("/liberation/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The font " + file + " is not on the class path");
            }
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
