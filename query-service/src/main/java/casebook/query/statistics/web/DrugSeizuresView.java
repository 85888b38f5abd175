package casebook.query.statistics.web;

import casebook.events.Item;
import casebook.events.Unit;
import casebook.query.exports.Value;
import casebook.query.statistics.Count;
import casebook.query.statistics.Figure;
import casebook.query.statistics.Measures;
import casebook.query.statistics.SeizedItem;
import casebook.query.statistics.Tally;
import casebook.query.statistics.YearlyRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Seizures of drugs by year and drug. */
record DrugSeizuresView(long position, String yearStart, List<Row> seizures) implements TableView {

    private static final Set<Item> DRUGS = EnumSet.range(Item.HEROIN, Item.OTHER_DRUG);

    /** Those of the reported units that are no weight. */
    private static final List<Unit> OTHER_UNITS = List.of(Unit.L, Unit.UNIT, Unit.PLANT, Unit.HA);

    static DrugSeizuresView of(YearlyFigures table) {
        return new DrugSeizuresView(
                table.position(),
                table.query().yearStart().toString(),
                table.rows().stream().flatMap(DrugSeizuresView::row).toList());
    }

    private static Stream<Row> row(YearlyRow row) {
        var item = row.group().getFirst();
        return DRUGS.stream()
                .filter(drug -> drug.name().equals(item))
                .map(drug -> Row.of(row.year(), drug, row.figures()));
    }

    @Override
    public SheetRows sheet() {
        var header = new ArrayList<>(List.of("year", "drug", "cases", "quantity KG"));
        OTHER_UNITS.forEach(unit -> header.add("quantity " + unit));
        return new SheetRows(header, seizures.stream().map(Row::values).toList());
    }

    /**
     * What was seized of a drug in a year.
     *
     * @param cases seizure cases: incidents in which the drug was seized
     * @param quantityKg what was seized by weight
     * @param otherUnits what was measured otherwise and cannot be added to it
     */
    record Row(int year, String drug, long cases, String quantityKg, List<Amount> otherUnits) {

        static Row of(int year, Item drug, Measures measures) {
            return new Row(
                    year,
                    drug.name(),
                    measures.of(Count.INCIDENTS),
                    Tally.text(seized(measures, drug, Unit.KG)),
                    OTHER_UNITS.stream()
                            .map(unit -> new Amount(Tally.text(seized(measures, drug, unit)), unit.name()))
                            .filter(amount -> !amount.quantity().equals("0"))
                            .toList());
        }

        private static BigDecimal seized(Measures measures, Item drug, Unit unit) {
            return measures.of(new Figure.Amount(new SeizedItem(drug, unit)));
        }

        List<Value> values() {
            var values = new ArrayList<>(
                    List.of(Value.of(year), Value.of(drug), Value.of(cases), Value.of(new BigDecimal(quantityKg))));
            OTHER_UNITS.forEach(unit -> values.add(otherUnits.stream()
                    .filter(amount -> amount.unit().equals(unit.name()))
                    .findFirst()
                    .map(amount -> Value.of(new BigDecimal(amount.quantity())))
                    .orElse(Value.NOTHING)));
            return values;
        }
    }

    /** A quantity in one of the reported units. */
    record Amount(String quantity, String unit) {}
}
