package casebook.query.statistics;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How soon incidents were reported, by the year of their occurrence. Imported ones do not count. */
public final class TimelinessTable implements IncidentTable {

    private final YearlyQuery query;
    private final SortedMap<Integer, Durations> years = new TreeMap<>();

    public TimelinessTable(YearlyQuery query) {
        this.query = query;
    }

    @Override
    public void add(LocalDate day, Cell cell, Breakdown figures) {
        if (query.covers(query.yearOf(day)) && query.matches(cell)) {
            year(query.yearOf(day)).add(figures.delays());
        }
    }

    @Override
    public void subtract(LocalDate day, Cell cell, Breakdown figures) {
        if (query.covers(query.yearOf(day)) && query.matches(cell)) {
            year(query.yearOf(day)).subtract(figures.delays());
        }
    }

    private Durations year(int year) {
        return years.computeIfAbsent(year, _ -> new Durations());
    }

    /** From occurrence to filing: for every year between a first and a last that the query names, else for those that have any. */
    public SortedMap<Integer, Durations> years() {
        years.values().removeIf(Durations::isEmpty);
        query.expectedYears().forEach(this::year);
        return Collections.unmodifiableSortedMap(years);
    }

    public Durations total() {
        var total = new Durations();
        years.values().forEach(total::add);
        return total;
    }
}
