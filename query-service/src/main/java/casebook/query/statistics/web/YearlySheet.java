package casebook.query.statistics.web;

import casebook.query.exports.Value;
import casebook.query.statistics.Count;
import casebook.query.statistics.Difference;
import casebook.query.statistics.Figure;
import casebook.query.statistics.GroupBy;
import casebook.query.statistics.Measures;
import casebook.query.statistics.YearlyRow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The yearly table as a sheet: a column for each measure, for each currency and for each item in each of its units that occurs, and
 * beside it, if the year before was asked for, its figure then and the change. The total is the last row.
 */
final class YearlySheet {

    private final YearlyFigures table;
    private final List<Figure> figures;

    private YearlySheet(YearlyFigures table) {
        this.table = table;
        this.figures = Stream.concat(
                        Stream.of(Count.values()).map(Figure.Number::new),
                        Stream.concat(
                                        Stream.of(table.total()),
                                        table.rows().stream().flatMap(YearlySheet::measures))
                                .flatMap(Measures::seized))
                .collect(Collectors.toCollection(() -> new TreeSet<>(Figure.TABLE_ORDER)))
                .stream()
                .toList();
    }

    static SheetRows of(YearlyFigures table) {
        var sheet = new YearlySheet(table);
        return new SheetRows(sheet.header(), sheet.rows());
    }

    private static Stream<Measures> measures(YearlyRow row) {
        return row.before() == null ? Stream.of(row.figures()) : Stream.of(row.figures(), row.before());
    }

    private List<String> header() {
        var header = new ArrayList<>(List.of("year"));
        table.query().groupBy().stream().map(GroupBy::key).forEach(header::add);
        for (var figure : figures) {
            var name = name(figure);
            header.add(name);
            if (table.query().compared()) {
                header.addAll(List.of(name + " previous", name + " change", name + " change %"));
            }
        }
        return header;
    }

    private static String name(Figure figure) {
        return switch (figure) {
            case Figure.Number number -> number.measure();
            case Figure.Worth worth -> worth.measure() + " " + worth.currency();
            case Figure.Amount amount ->
                "%s %s %s"
                        .formatted(
                                amount.measure(),
                                amount.seized().item(),
                                amount.seized().unit());
        };
    }

    private List<List<Value>> rows() {
        var rows = new ArrayList<List<Value>>();
        table.rows().forEach(row -> rows.add(row(Value.of(row.year()), row.group(), row.figures(), row.before())));
        var ofAll = table.query().groupBy().stream().map(_ -> "").toList();
        rows.add(row(Value.of(SheetRows.TOTAL), ofAll, table.total(), null));
        return rows;
    }

    private List<Value> row(Value year, List<String> group, Measures measures, @Nullable Measures before) {
        var row = new ArrayList<>(List.of(year));
        group.forEach(value -> row.add(value.isEmpty() ? Value.NOTHING : Value.of(value)));
        for (var figure : figures) {
            row.add(Value.of(measures.of(figure)));
            if (table.query().compared()) {
                row.addAll(
                        before == null
                                ? List.of(Value.NOTHING, Value.NOTHING, Value.NOTHING)
                                : change(figure, before, measures));
            }
        }
        return row;
    }

    private static List<Value> change(Figure figure, Measures before, Measures after) {
        var difference = new Difference(before.of(figure), after.of(figure));
        return List.of(
                Value.of(difference.before()),
                Value.of(difference.absolute()),
                difference.percent().map(Value::of).orElse(Value.NOTHING));
    }
}
