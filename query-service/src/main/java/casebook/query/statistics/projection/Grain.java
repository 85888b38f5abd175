package casebook.query.statistics.projection;

import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.query.statistics.Cell;
import casebook.query.statistics.DatedCell;
import java.time.LocalDate;
import java.util.List;

/** How much goes into one sum. Those over years also count case files, and do not say how long it took to report incidents. */
enum Grain {
    /** A year and a category, all places together. */
    TOTAL("statistics.totals", 4),
    /** A year of a cell, all sources together. */
    YEAR("statistics.years", 4),
    /** A month of a cell. */
    MONTH("statistics.months", 7),
    /** A day of a cell. */
    DAY("statistics.days", 10);

    /** Reserved by ISO 3166 for what is no country. */
    private static final String NOWHERE = "ZZ";

    private final String collection;
    private final int length;

    Grain(String collection, int length) {
        this.collection = collection;
        this.length = length;
    }

    String collection() {
        return collection;
    }

    boolean isOfYears() {
        return List.of(TOTAL, YEAR).contains(this);
    }

    /** The first day, and the cell, of the sum to which a place in a table belongs. */
    DatedCell of(DatedCell where) {
        return new DatedCell(firstDay(text(where.day())), of(where.cell()));
    }

    private Cell of(Cell cell) {
        return switch (this) {
            case TOTAL ->
                new Cell(
                        new ProvinceCode(NOWHERE),
                        new StationCode(NOWHERE),
                        new ProvinceCode(NOWHERE),
                        cell.category(),
                        null);
            case YEAR -> cell.ofAnySource();
            case MONTH, DAY -> cell;
        };
    }

    /** Text that sorts by time: {@code 2020}, {@code 2020-03} or {@code 2020-03-14}. */
    String text(LocalDate day) {
        return day.toString().substring(0, length);
    }

    LocalDate firstDay(String text) {
        return LocalDate.parse(text + "-01-01".substring(text.length() - 4));
    }
}
