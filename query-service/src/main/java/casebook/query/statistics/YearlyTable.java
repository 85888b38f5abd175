package casebook.query.statistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table while it is filled: a row per year and group, and the total over all its years. What the query leaves out is passed over;
 * the order of filling does not matter.
 */
public final class YearlyTable {

    private final YearlyQuery query;
    private final Map<RowKey, Measures> rows = new HashMap<>();
    private final Measures total = new Measures();

    public YearlyTable(YearlyQuery query) {
        this.query = query;
    }

    /** @param day of the incidents; for a whole month that no year begins in, any of its days */
    public void add(LocalDate day, Cell cell, Measures measures) {
        if (includes(day, cell)) {
            row(keyOf(day, cell)).add(measures);
            total.add(measures);
        }
    }

    /** Takes away what was added. */
    public void subtract(LocalDate day, Cell cell, Measures measures) {
        if (includes(day, cell)) {
            row(keyOf(day, cell)).subtract(measures);
            total.subtract(measures);
        }
    }

    /**
     * Counts a case file in the year of its earliest incident, in every group in which it has an incident; in a month only if that
     * month is of that year.
     *
     * @param incidents all those of the case that count and that the caller may see
     */
    public void addCase(Collection<DatedCell> incidents) {
        var earliest = incidents.stream().map(DatedCell::day).min(LocalDate::compareTo);
        if (earliest.isPresent() && query.covers(yearOf(earliest.get()))) {
            addCase(yearOf(earliest.get()), incidents);
        }
    }

    private void addCase(int year, Collection<DatedCell> incidents) {
        var matching = incidents.stream()
                .filter(incident -> query.matches(incident.cell()))
                .toList();
        matching.stream()
                .filter(incident -> !query.isByMonth() || yearOf(incident.day()) == year)
                .map(incident -> new RowKey(year, query.groupOf(incident.day(), incident.cell())))
                .distinct()
                .forEach(key -> row(key).add(Count.CASES, 1));
        total.add(Count.CASES, matching.isEmpty() ? 0 : 1);
    }

    private boolean includes(LocalDate day, Cell cell) {
        return query.covers(yearOf(day)) && query.matches(cell);
    }

    private int yearOf(LocalDate day) {
        return query.yearStart().yearOf(day);
    }

    private RowKey keyOf(LocalDate day, Cell cell) {
        return new RowKey(yearOf(day), query.groupOf(day, cell));
    }

    private Measures row(RowKey key) {
        return rows.computeIfAbsent(key, _ -> new Measures());
    }

    /**
     * The rows in order. Between a first and a last year that the query names, each group of the table has a row for every year, and
     * for every month where it is grouped by months; else there are rows only where there is something to count.
     */
    public List<YearlyRow> rows() {
        rows.values().removeIf(Measures::isZero);
        if (query.from() != null && query.to() != null) {
            ExpectedRows.between(query.from(), query.to(), query, Set.copyOf(rows.keySet()))
                    .forEach(this::row);
        }
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(row -> new YearlyRow(row.getKey().year(), row.getKey().group(), row.getValue()))
                .toList();
    }

    public Measures total() {
        return total;
    }
}
