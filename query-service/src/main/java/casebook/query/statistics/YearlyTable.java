package casebook.query.statistics;

import casebook.events.Item;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The figures of incidents and case files: a row per year and group, and the total over all its years. Filling it, and asking for its rows, throws {@link TableTooLarge} where
 * these are more than {@value #MOST_ROWS}.
 */
public final class YearlyTable implements IncidentTable {

    /** Some 100 MB in memory, with what is answered. */
    private static final int MOST_ROWS = 100_000;

    private final YearlyQuery query;
    private final Map<RowKey, Measures> rows = new HashMap<>();
    private final Measures total = new Measures();

    public YearlyTable(YearlyQuery query) {
        this.query = query;
    }

    @Override
    public void add(LocalDate day, Cell cell, Breakdown figures) {
        if (includes(day, cell)) {
            byGroup(figures)
                    .forEach((item, measures) -> row(keyOf(day, cell, item)).add(measures));
            totalOf(yearOf(day)).add(figures.all());
        }
    }

    @Override
    public void subtract(LocalDate day, Cell cell, Breakdown figures) {
        if (includes(day, cell)) {
            byGroup(figures)
                    .forEach((item, measures) -> row(keyOf(day, cell, item)).subtract(measures));
            totalOf(yearOf(day)).subtract(figures.all());
        }
    }

    /**
     * Counts a case file in the year of its earliest incident, in every group in which it has an incident; in a month only if that
     * month is of that year.
     *
     * @param incidents all those of the case that count and that the caller may see
     */
    public void addCase(Collection<DatedIncident> incidents) {
        count(incidents, 1);
    }

    /** Takes away a case file that was counted. */
    public void subtractCase(Collection<DatedIncident> incidents) {
        count(incidents, -1);
    }

    private void count(Collection<DatedIncident> incidents, int number) {
        incidents.stream()
                .map(DatedIncident::day)
                .min(LocalDate::compareTo)
                .map(this::yearOf)
                .filter(query::reads)
                .ifPresent(year -> count(year, incidents, number));
    }

    private void count(int year, Collection<DatedIncident> incidents, int number) {
        var matching = incidents.stream()
                .filter(incident -> query.matches(incident.cell()))
                .toList();
        matching.stream()
                .filter(incident -> !query.isByMonth() || yearOf(incident.day()) == year)
                .flatMap(incident ->
                        incident.itemGroups().stream().map(item -> keyOf(year, incident.day(), incident.cell(), item)))
                .distinct()
                .forEach(key -> row(key).add(Count.CASES, number));
        totalOf(year).add(Count.CASES, matching.isEmpty() ? 0 : number);
    }

    private boolean includes(LocalDate day, Cell cell) {
        return query.reads(yearOf(day)) && query.matches(cell);
    }

    private Map<Optional<Item>, Measures> byGroup(Breakdown figures) {
        return query.isByItem() ? figures.byItem() : Map.of(Optional.empty(), figures.all());
    }

    /** Where the figures of a year are summed up; of one before the first they are not. */
    private Measures totalOf(int year) {
        return query.covers(year) ? total : new Measures();
    }

    private int yearOf(LocalDate day) {
        return query.yearStart().yearOf(day);
    }

    private RowKey keyOf(LocalDate day, Cell cell, Optional<Item> item) {
        return keyOf(yearOf(day), day, cell, item);
    }

    private RowKey keyOf(int year, LocalDate day, Cell cell, Optional<Item> item) {
        return new RowKey(year, query.groupOf(day, cell, item));
    }

    private Measures row(RowKey key) {
        var row = rows.computeIfAbsent(key, _ -> new Measures());
        if (rows.size() > MOST_ROWS) {
            throw new TableTooLarge(TableTooLarge.Part.ROWS, MOST_ROWS);
        }
        return row;
    }

    /**
     * The rows in order. Between a first and a last year that the query names, each group of the table has a row for every year, and
     * for every month where it is grouped by months; else there are rows only where there is something to count. A table that is compared
     * has no gaps either way, so that what came to nothing is not missing: a bound that is not named is the outermost year there is.
     */
    public List<YearlyRow> rows() {
        rows.values().removeIf(Measures::isZero);
        var years = query.compared() ? query.yearsAround(rows.keySet()) : query.expectedYears();
        ExpectedRows.in(years, query, Set.copyOf(rows.keySet())).forEach(this::row);
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(row -> query.covers(row.getKey().year()))
                .map(row -> row(row.getKey(), row.getValue()))
                .toList();
    }

    private YearlyRow row(RowKey key, Measures figures) {
        var before = query.compared() ? rows.getOrDefault(query.yearBefore(key), new Measures()) : null;
        return new YearlyRow(key.year(), key.group(), figures, before);
    }

    /** What is in it, in no order. */
    Map<RowKey, Measures> measures() {
        return Collections.unmodifiableMap(rows);
    }

    public Measures total() {
        return total;
    }
}
