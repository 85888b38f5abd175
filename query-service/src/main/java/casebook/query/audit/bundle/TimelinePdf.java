package casebook.query.audit.bundle;

import casebook.query.exports.PdfFonts;
import java.io.ByteArrayOutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.HeaderFooter;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** The timeline as PDF, with its fonts in it. */
final class TimelinePdf {

    private static final float MARGIN = 45;
    private static final float GAP = 4;
    private static final float LEADING = 1.25f;
    private static final float FULL_WIDTH = 100;
    private static final float[] LABEL_AND_VALUE = {1, 3};

    private final PdfFonts fonts = PdfFonts.load();
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);

    private TimelinePdf() {}

    static byte[] of(Timeline timeline) {
        var bytes = new ByteArrayOutputStream();
        new TimelinePdf().write(timeline, bytes);
        return bytes.toByteArray();
    }

    private void write(Timeline timeline, ByteArrayOutputStream out) {
        PdfWriter.getInstance(document, out);
        document.addTitle(timeline.title().joined());
        document.setDocumentLanguage("vi");
        document.setFooter(pageNumbers());
        document.open();
        both(timeline.title(), fonts.title());
        var facts = table();
        timeline.facts().forEach(fact -> row(facts, fact.label(), fact.value()));
        document.add(facts);
        both(timeline.note(), fonts.text());
        timeline.entries().forEach(this::entry);
        document.close();
    }

    private HeaderFooter pageNumbers() {
        var footer = new HeaderFooter(new Phrase("", fonts.label()), true);
        footer.setAlignment(Element.ALIGN_RIGHT);
        footer.setBorder(Rectangle.NO_BORDER);
        return footer;
    }

    private void entry(Timeline.Entry entry) {
        var heading = paragraph(entry.heading(), fonts.heading());
        heading.setSpacingBefore(3 * GAP);
        document.add(heading);
        document.add(paragraph(entry.by(), fonts.label()));
        both(entry.text(), fonts.text());
        if (!entry.changes().isEmpty()) {
            var changes = table();
            entry.changes().forEach(change -> row(changes, change.name(), change.values()));
            document.add(changes);
        }
    }

    private void both(Bilingual words, Font font) {
        document.add(paragraph(words.vietnamese(), font));
        if (!words.isOneWord()) {
            document.add(paragraph(words.english(), fonts.secondary(font)));
        }
    }

    private Paragraph paragraph(String text, Font font) {
        var paragraph = new Paragraph(fonts.printable(text), font);
        paragraph.setMultipliedLeading(LEADING);
        paragraph.setSpacingAfter(GAP);
        return paragraph;
    }

    private PdfPTable table() {
        var table = new PdfPTable(LABEL_AND_VALUE);
        table.setWidthPercentage(FULL_WIDTH);
        table.setSplitLate(false);
        return table;
    }

    private void row(PdfPTable table, Bilingual label, String value) {
        table.addCell(cell(label.joined(), fonts.label()));
        table.addCell(cell(value, fonts.text()));
    }

    private PdfPCell cell(String text, Font font) {
        var cell = new PdfPCell(new Phrase(fonts.printable(text), font));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setLeading(0, LEADING);
        cell.setPadding(1);
        return cell;
    }
}
