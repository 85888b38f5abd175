package casebook.query.statistics.web;

import casebook.query.statistics.Count;
import casebook.query.statistics.Difference;
import casebook.query.statistics.Figure;
import casebook.query.statistics.GroupBy;
import casebook.query.statistics.Measures;
import casebook.query.statistics.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a report, each with a line for every row of the yearly table and, at the end, for the total. */
final class ReportSections {

    private static final List<Figure> COUNTS =
            Stream.of(Count.values()).<Figure>map(Figure.Number::new).toList();

    private final ReportWords words;
    private final List<GroupBy> groupBy;
    private final List<Line> lines = new ArrayList<>();

    ReportSections(YearlyFigures table, ReportWords words) {
        this.words = words;
        this.groupBy = table.query().groupBy();
        for (var row : table.rows()) {
            lines.add(new Line(labels(row.year(), row.group()), row.figures(), row.before()));
        }
        var ofAll = Stream.concat(Stream.of(words.of("total")), groupBy.stream().map(_ -> ""));
        lines.add(new Line(ofAll.toList(), table.total(), null));
    }

    private List<String> labels(int year, List<String> group) {
        var labels = new ArrayList<>(List.of(Integer.toString(year)));
        for (int i = 0; i < group.size(); i++) {
            labels.add(words.of(groupBy.get(i), group.get(i)));
        }
        return labels;
    }

    /** A column for each count. */
    Report.Section counts() {
        var columns = COUNTS.stream().map(figure -> words.of("count." + figure.measure()));
        var rows = lines.stream()
                .map(line -> row(line, COUNTS.stream().map(figure -> number(line, figure))))
                .toList();
        return new Report.Section(words.of("section.counts"), columns(columns), labelled(), rows, 1);
    }

    Report.Section seizures() {
        return amounts("seizures", Figure.Amount.class, "item", "quantity", "unit");
    }

    Report.Section value() {
        return amounts("value", Figure.Worth.class, "currency", "amount");
    }

    /** A line for each figure, as there are too many for columns. */
    private Report.Section amounts(String section, Class<? extends Figure> kind, String... columns) {
        var rows = lines.stream()
                .flatMap(line -> line.seized(kind).map(figure -> row(line, amount(line, figure))))
                .toList();
        return new Report.Section(
                words.of("section." + section),
                columns(Stream.of(columns).map(words::of)),
                labelled() + 1,
                rows,
                Math.toIntExact(lines.getLast().seized(kind).count()));
    }

    private Stream<String> amount(Line line, Figure figure) {
        var number = number(line, figure);
        return switch (figure) {
            case Figure.Amount(var seized) -> Stream.of(words.of(seized.item()), number, words.of(seized.unit()));
            case Figure.Worth(var currency) -> Stream.of(currency.value(), number);
            case Figure.Number _ -> Stream.of(figure.measure(), number);
        };
    }

    private String number(Line line, Figure figure) {
        var number = words.number(line.figures.of(figure));
        return line.before == null
                ? number
                : number + "\n" + words.change(new Difference(line.before.of(figure), line.figures.of(figure)));
    }

    private List<String> columns(Stream<String> more) {
        var groups = groupBy.stream().map(group -> words.of("group." + group.key()));
        return Stream.concat(Stream.concat(Stream.of(words.of("year")), groups), more)
                .toList();
    }

    private int labelled() {
        return 1 + groupBy.size();
    }

    private static List<String> row(Line line, Stream<String> cells) {
        return Stream.concat(line.labels.stream(), cells).toList();
    }

    private record Line(
            List<String> labels, Measures figures, @Nullable Measures before) {

        /** Of this year or of the one before. */
        Stream<Figure> seized(Class<? extends Figure> kind) {
            return Stream.concat(figures.seized(), before == null ? Stream.empty() : before.seized())
                    .filter(kind::isInstance)
                    .distinct()
                    .sorted(Figure.TABLE_ORDER);
        }
    }
}
