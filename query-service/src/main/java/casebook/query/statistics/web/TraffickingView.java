package casebook.query.statistics.web;

import casebook.query.exports.Value;
import casebook.query.statistics.Count;
import casebook.query.statistics.YearlyRow;
import java.util.List;

/** Trafficking in persons by year. */
record TraffickingView(long position, String yearStart, List<Row> years) implements TableView {

    private static final List<String> HEADER =
            List.of("year", "incidents", "cases", "victims", "rescued", "offenders", "arrested");

    static TraffickingView of(YearlyFigures table) {
        return new TraffickingView(
                table.position(),
                table.query().yearStart().toString(),
                table.rows().stream().map(Row::of).toList());
    }

    @Override
    public SheetRows sheet() {
        return new SheetRows(HEADER, years.stream().map(Row::values).toList());
    }

    /**
     * The persons of a year's incidents.
     *
     * @param cases case files
     * @param victims those rescued among them
     * @param offenders suspects, arrested persons and violators
     */
    record Row(int year, long incidents, long cases, long victims, long rescued, long offenders, long arrested) {

        static Row of(YearlyRow row) {
            var figures = row.figures();
            return new Row(
                    row.year(),
                    figures.of(Count.INCIDENTS),
                    figures.of(Count.CASES),
                    figures.of(Count.VICTIMS),
                    figures.of(Count.RESCUED),
                    figures.of(Count.SUBJECTS),
                    figures.of(Count.ARRESTED));
        }

        List<Value> values() {
            return List.of(
                    Value.of(year),
                    Value.of(incidents),
                    Value.of(cases),
                    Value.of(victims),
                    Value.of(rescued),
                    Value.of(offenders),
                    Value.of(arrested));
        }
    }
}
