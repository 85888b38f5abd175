package casebook.query.statistics.report;

import java.util.List;
import java.util.Locale;

/**
 * A report for print, all of it in the words of its language.
 *
 * @param heads lines above the title
 * @param origin where the figures come from
 * @param signatures who is to sign, from left to right
 */
public record Report(
        Locale language,
        List<String> heads,
        String title,
        String period,
        List<Section> sections,
        List<Fact> origin,
        List<String> signatures) {

    /**
     * A table.
     *
     * @param labels how many of the columns, from the first, hold words; the others hold numbers
     * @param total whether the last row sums up the others
     */
    public record Section(String heading, List<String> columns, int labels, List<List<String>> rows, boolean total) {}

    /** Something that is said of the report. */
    public record Fact(String label, String value) {}
}
