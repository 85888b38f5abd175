package casebook.query.statistics.web;

import casebook.query.statistics.Count;
import casebook.query.statistics.Measures;
import casebook.query.statistics.YearlyRow;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a row, or of the total, which has neither year nor group.
 *
 * @param group what the row is grouped by; a value is null where the reports name none
 * @param previous the figures of the same group in the year before, where they were asked for
 * @param change what has changed since then
 */
@JsonPropertyOrder({
    "year",
    "group",
    "incidents",
    "cases",
    "subjects",
    "arrested",
    "victims",
    "rescued",
    "migrants",
    "vehicles",
    "enterprises",
    "value",
    "seizures",
    "previous",
    "change"
})
record FiguresView(
        @Nullable Integer year,
        @Nullable Map<String, @Nullable String> group,
        long incidents,
        long cases,
        long subjects,
        long arrested,
        long victims,
        long rescued,
        long migrants,
        long vehicles,
        long enterprises,
        List<Value> value,
        List<Seized> seizures,
        @Nullable FiguresView previous,
        @Nullable ChangeView change) {

    static FiguresView of(YearlyRow row, @Nullable Map<String, @Nullable String> group) {
        var before = row.before();
        return of(
                row.year(),
                group,
                row.figures(),
                before == null ? null : of(before),
                before == null ? null : ChangeView.between(before, row.figures()));
    }

    static FiguresView of(Measures total) {
        return of(null, null, total, null, null);
    }

    private static FiguresView of(
            @Nullable Integer year,
            @Nullable Map<String, @Nullable String> group,
            Measures measures,
            @Nullable FiguresView previous,
            @Nullable ChangeView change) {
        return new FiguresView(
                year,
                group,
                measures.of(Count.INCIDENTS),
                measures.of(Count.CASES),
                measures.of(Count.SUBJECTS),
                measures.of(Count.ARRESTED),
                measures.of(Count.VICTIMS),
                measures.of(Count.RESCUED),
                measures.of(Count.MIGRANTS),
                measures.of(Count.VEHICLES),
                measures.of(Count.ENTERPRISES),
                valueOf(measures),
                seizuresOf(measures),
                previous,
                change);
    }

    private static List<Value> valueOf(Measures measures) {
        return measures.value().entrySet().stream()
                .map(value -> new Value(value.getKey().value(), value.getValue().text()))
                .sorted(Comparator.comparing(Value::currency))
                .toList();
    }

    private static List<Seized> seizuresOf(Measures measures) {
        return measures.seizures().entrySet().stream()
                .map(seized -> new Seized(
                        seized.getKey().item().name(),
                        seized.getValue().text(),
                        seized.getKey().unit().name()))
                .sorted(Comparator.comparing(Seized::item).thenComparing(Seized::unit))
                .toList();
    }

    /** The value of what was seized, in one currency. */
    record Value(String currency, String amount) {}

    /** How much of an item was seized, in one of the reported units. */
    record Seized(String item, String quantity, String unit) {}
}
