package casebook.query.statistics.report;

import java.util.List;
import java.util.Locale;

/**
 * A report for print, all of it in the words of its language.
 *
 * @param heads lines above the title
 * @param origin where the figures come from
 * @param signatures who is to sign, from left to right
 * @param footer stands on every page, before its number
 */
public record Report(
        Locale language,
        List<String> heads,
        String title,
        String period,
        List<Section> sections,
        List<Fact> origin,
        List<String> signatures,
        String footer) {

    /**
     * A table.
     *
     * @param labels how many of the columns, from the first, hold words; the others hold numbers
     * @param totals how many of the rows, from the last, sum up the others
     */
    public record Section(String heading, List<String> columns, int labels, List<List<String>> rows, int totals) {}

    /** Something that is said of the report. */
    public record Fact(String label, String value) {}
}
