package casebook.query.statistics.report;

import casebook.query.exports.PdfFonts;
import java.awt.Color;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
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

/** A report as PDF, with its fonts in it; a table's heading and header are repeated on every page. */
public final class ReportPdf {

    private static final float MARGIN = 40;
    private static final float GAP = 5;
    private static final float ROOM_TO_SIGN = 60;
    private static final float LEADING = 1.2f;
    private static final float FULL_WIDTH = 100;
    private static final float YEAR_WIDTH = 0.9f;
    private static final float WORD_WIDTH = 1.6f;
    private static final float NUMBER_WIDTH = 1.1f;
    private static final Color HEADER = new Color(230, 230, 230);

    private final PdfFonts fonts = PdfFonts.load();
    private final Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN);

    private ReportPdf() {}

    public static void write(Report report, OutputStream out) {
        new ReportPdf().print(report, out);
    }

    private void print(Report report, OutputStream out) {
        PdfWriter.getInstance(document, out).setCloseStream(false);
        document.addTitle(report.title());
        document.setDocumentLanguage(report.language().toLanguageTag());
        document.setFooter(footer(report.footer()));
        document.open();
        report.heads().forEach(head -> centred(head, fonts.heading()));
        centred(report.title(), fonts.title());
        centred(report.period(), fonts.text());
        report.sections().forEach(this::section);
        origin(report.origin());
        signatures(report.signatures());
        document.close();
    }

    private HeaderFooter footer(String text) {
        var footer = new HeaderFooter(new Phrase(fonts.printable(text) + " ", fonts.label()), true);
        footer.setAlignment(Element.ALIGN_RIGHT);
        footer.setBorder(Rectangle.NO_BORDER);
        return footer;
    }

    private void centred(String text, Font font) {
        var paragraph = new Paragraph(fonts.printable(text), font);
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setMultipliedLeading(LEADING);
        paragraph.setSpacingAfter(GAP);
        document.add(paragraph);
    }

    private void section(Report.Section section) {
        var table = new PdfPTable(widths(section));
        table.setWidthPercentage(FULL_WIDTH);
        table.setSpacingBefore(GAP);
        table.setHeaderRows(2);
        table.addCell(heading(section));
        section.columns().forEach(column -> {
            var cell = cell(column, fonts.heading(), Element.ALIGN_CENTER);
            cell.setBackgroundColor(HEADER);
            table.addCell(cell);
        });
        var firstTotal = section.rows().size() - section.totals();
        for (int row = 0; row < section.rows().size(); row++) {
            row(table, section, section.rows().get(row), row < firstTotal ? fonts.text() : fonts.heading());
        }
        document.add(table);
    }

    /** A year is short, and other words are longer than numbers. */
    private static float[] widths(Report.Section section) {
        var widths = new float[section.columns().size()];
        Arrays.fill(widths, NUMBER_WIDTH);
        Arrays.fill(widths, 0, section.labels(), WORD_WIDTH);
        widths[0] = YEAR_WIDTH;
        return widths;
    }

    /** In the table, so that no page ends with it. */
    private PdfPCell heading(Report.Section section) {
        var cell = cell(section.heading(), fonts.heading(), Element.ALIGN_LEFT);
        cell.setColspan(section.columns().size());
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(GAP);
        cell.setPaddingLeft(0);
        return cell;
    }

    private void row(PdfPTable table, Report.Section section, List<String> row, Font font) {
        for (int column = 0; column < row.size(); column++) {
            var alignment = column < section.labels() ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT;
            table.addCell(cell(row.get(column), font, alignment));
        }
    }

    private PdfPCell cell(String text, Font font, int alignment) {
        var cell = new PdfPCell(new Phrase(fonts.printable(text), font));
        cell.setHorizontalAlignment(alignment);
        cell.setLeading(0, LEADING);
        cell.setPadding(GAP / 2);
        return cell;
    }

    private void origin(List<Report.Fact> facts) {
        for (var fact : facts) {
            var paragraph = new Paragraph(fonts.printable(fact.label() + ": " + fact.value()), fonts.label());
            paragraph.setMultipliedLeading(LEADING);
            paragraph.setSpacingBefore(fact.equals(facts.getFirst()) ? 2 * GAP : 0);
            document.add(paragraph);
        }
    }

    private void signatures(List<String> signatures) {
        var table = new PdfPTable(signatures.size());
        table.setWidthPercentage(FULL_WIDTH);
        table.setSpacingBefore(4 * GAP);
        for (var signature : signatures) {
            var cell = cell(signature, fonts.heading(), Element.ALIGN_CENTER);
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setMinimumHeight(ROOM_TO_SIGN);
            table.addCell(cell);
        }
        document.add(table);
    }
}
