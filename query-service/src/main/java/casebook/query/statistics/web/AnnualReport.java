package casebook.query.statistics.web;

import casebook.events.Category;
import casebook.events.Item;
import casebook.events.Source;
import casebook.query.exports.Provenance;
import casebook.query.platform.Labels;
import casebook.query.statistics.Count;
import casebook.query.statistics.Difference;
import casebook.query.statistics.Figure;
import casebook.query.statistics.GroupBy;
import casebook.query.statistics.Measures;
import casebook.query.statistics.YearlyRow;
import casebook.query.statistics.report.Report;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    Report of(KnownTable table, Provenance provenance, Locale locale) {
        return new Writing(table, locale).report(provenance);
    }

    /** One report in one language. */
    private final class Writing {

        private final KnownTable table;
        private final Locale locale;

        private Writing(KnownTable table, Locale locale) {
            this.table = table;
            this.locale = locale;
        }

        Report report(Provenance provenance) {
            return new Report(
                    locale,
                    List.of(word("nation"), word("motto")),
                    word("title"),
                    period(),
                    Stream.of(
                                    counts(),
                                    amounts(
                                            "seizures",
                                            List.of("item", "quantity", "unit"),
                                            Figure.Amount.class::isInstance),
                                    amounts("value", List.of("currency", "amount"), Figure.Worth.class::isInstance))
                            .filter(section -> !section.rows().isEmpty())
                            .toList(),
                    List.of(
                            new Report.Fact(
                                    word("position"), labels.number(BigDecimal.valueOf(table.position()), locale)),
                            new Report.Fact(word("filter"), provenance.filter().isEmpty() ? "–" : provenance.filter()),
                            new Report.Fact(
                                    word("time"),
                                    labels.moment(provenance.time().toInstant(), locale)),
                            new Report.Fact(word("verification"), provenance.verification())),
                    List.of(word("prepared"), word("head")));
        }

        private String period() {
            var years = table.rows().stream().mapToInt(YearlyRow::year).summaryStatistics();
            return years.getCount() == 0
                    ? word("no-years")
                    : word("period", Integer.toString(years.getMin()), Integer.toString(years.getMax()));
        }

        private Report.Section counts() {
            var columns = labelColumns();
            var labelled = columns.size();
            Stream.of(Count.values()).map(count -> word("count." + count.key())).forEach(columns::add);
            var rows = new ArrayList<List<String>>();
            for (var row : table.rows()) {
                var cells = labels(row);
                Stream.of(Count.values())
                        .map(Figure.Number::new)
                        .forEach(figure -> cells.add(number(figure, row.figures(), row.before())));
                rows.add(cells);
            }
            var total = totalLabels();
            Stream.of(Count.values())
                    .map(Figure.Number::new)
                    .forEach(figure -> total.add(number(figure, table.total(), null)));
            rows.add(total);
            return new Report.Section(word("section.counts"), columns, labelled, rows, true);
        }

        /** One row for each figure, as there are too many for columns. */
        private Report.Section amounts(String section, List<String> headers, Predicate<Figure> shown) {
            var columns = labelColumns();
            headers.stream().map(this::word).forEach(columns::add);
            var rows = new ArrayList<List<String>>();
            for (var row : table.rows()) {
                seized(row.figures(), shown).forEach(figure -> {
                    var cells = labels(row);
                    cells.addAll(amount(figure, row.figures(), row.before()));
                    rows.add(cells);
                });
            }
            seized(table.total(), shown).forEach(figure -> {
                var cells = totalLabels();
                cells.addAll(amount(figure, table.total(), null));
                rows.add(cells);
            });
            return new Report.Section(
                    word("section." + section), columns, labelColumns().size() + 1, rows, false);
        }

        private static Stream<Figure> seized(Measures measures, Predicate<Figure> shown) {
            return measures.seized().filter(shown).sorted(Figure.TABLE_ORDER);
        }

        private List<String> amount(Figure figure, Measures measures, @Nullable Measures before) {
            var number = number(figure, measures, before);
            return switch (figure) {
                case Figure.Amount(var seized) ->
                    List.of(labels.of(seized.item(), locale), number, labels.of(seized.unit(), locale));
                case Figure.Worth(var currency) -> List.of(currency.value(), number);
                case Figure.Number _ -> List.of(figure.measure(), number);
            };
        }

        private String number(Figure figure, Measures measures, @Nullable Measures before) {
            var number = labels.number(measures.of(figure), locale);
            return before == null
                    ? number
                    : number + "\n" + change(new Difference(before.of(figure), measures.of(figure)));
        }

        private String change(Difference difference) {
            var absolute = signed(difference.absolute());
            return difference
                    .percent()
                    .map(percent -> "(%s; %s %%)".formatted(absolute, signed(percent)))
                    .orElse("(" + absolute + ")");
        }

        private String signed(BigDecimal number) {
            return (number.signum() > 0 ? "+" : "") + labels.number(number, locale);
        }

        private List<String> labelColumns() {
            var columns = new ArrayList<>(List.of(word("year")));
            table.query().groupBy().forEach(group -> columns.add(word("group." + group.key())));
            return columns;
        }

        private List<String> labels(YearlyRow row) {
            var cells = new ArrayList<>(List.of(Integer.toString(row.year())));
            for (int i = 0; i < row.group().size(); i++) {
                cells.add(label(table.query().groupBy().get(i), row.group().get(i)));
            }
            return cells;
        }

        private List<String> totalLabels() {
            var cells = new ArrayList<>(List.of(word("total")));
            table.query().groupBy().forEach(_ -> cells.add(""));
            return cells;
        }

        private String label(GroupBy group, String value) {
            if (value.isEmpty()) {
                return "–";
            }
            return switch (group) {
                case PROVINCE, STATION, MONTH -> value;
                case CATEGORY -> labels.of(Category.valueOf(value), locale);
                case SOURCE -> labels.of(Source.valueOf(value), locale);
                case ITEM -> labels.of(Item.valueOf(value), locale);
            };
        }

        private String word(String key, Object... arguments) {
            return messages.getMessage("report." + key, arguments, locale);
        }
    }
}
