package casebook.query.statistics.projection;

import java.time.LocalDate;

/** What a sum is over. */
enum Period {
    MONTH("statistics.months", 7),
    DAY("statistics.days", 10);

    private final String collection;
    private final int length;

    Period(String collection, int length) {
        this.collection = collection;
        this.length = length;
    }

    String collection() {
        return collection;
    }

    /** As text that sorts by time: {@code 2020-03} or {@code 2020-03-14}. */
    String of(LocalDate day) {
        return day.toString().substring(0, length);
    }

    LocalDate firstDay(String text) {
        return LocalDate.parse(this == MONTH ? text + "-01" : text);
    }
}
