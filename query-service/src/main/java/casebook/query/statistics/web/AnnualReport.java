package casebook.query.statistics.web;

import casebook.query.exports.Provenance;
import casebook.query.platform.Labels;
import casebook.query.statistics.YearlyRow;
import casebook.query.statistics.report.Report;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a yearly table into the form of an annual report. */
@Component
class AnnualReport {

    private final MessageSource messages;
    private final Labels labels;

    AnnualReport(MessageSource messages, Labels labels) {
        this.messages = messages;
        this.labels = labels;
    }

    Report of(YearlyFigures table, Provenance provenance, Locale locale) {
        var words = new ReportWords(messages, labels, locale);
        var sections = new ReportSections(table, words);
        return new Report(
                locale,
                List.of(words.of("nation"), words.of("motto")),
                words.of("title"),
                period(table, words),
                Stream.of(sections.counts(), sections.seizures(), sections.value())
                        .filter(section -> !section.rows().isEmpty())
                        .toList(),
                origin(provenance, words),
                List.of(words.of("prepared"), words.of("head")),
                words.of("footer", provenance.verification()));
    }

    private static String period(YearlyFigures table, ReportWords words) {
        var years = table.rows().stream().mapToInt(YearlyRow::year).summaryStatistics();
        return years.getCount() == 0
                ? words.of("no-years")
                : words.of("period", Integer.toString(years.getMin()), Integer.toString(years.getMax()));
    }

    private List<Report.Fact> origin(Provenance provenance, ReportWords words) {
        return List.of(
                new Report.Fact(words.of("position"), words.number(BigDecimal.valueOf(provenance.position()))),
                new Report.Fact(
                        words.of("filter"), provenance.filter().isEmpty() ? ReportWords.NONE : provenance.filter()),
                new Report.Fact(
                        words.of("time"), labels.moment(provenance.time().toInstant(), words.locale())),
                new Report.Fact(words.of("verification"), provenance.verification()));
    }
}
