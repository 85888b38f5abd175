package casebook.query.statistics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The day on which the years of a table begin. From 1 January they are calendar years; from any other day, year Y runs from that day
 * of Y-1 to the day before it in Y. From 29 February, a year begins on 1 March where there is no such day.
 */
public record YearStart(MonthDay day) {

    public static final YearStart CALENDAR = new YearStart(MonthDay.of(1, 1));

    private static final Pattern FORM = Pattern.compile("\\d\\d-\\d\\d");

    /** Reads {@code MM-DD}. */
    public static Optional<YearStart> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new YearStart(MonthDay.parse("--" + text)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public int yearOf(LocalDate date) {
        var hasBegun = !MonthDay.from(date).isBefore(day);
        return date.getYear() + (hasBegun && !equals(CALENDAR) ? 1 : 0);
    }

    public LocalDate firstDayOf(int year) {
        var begins = equals(CALENDAR) ? year : year - 1;
        return day.isValidYear(begins) ? day.atYear(begins) : LocalDate.of(begins, 3, 1);
    }

    public LocalDate lastDayOf(int year) {
        return firstDayOf(year + 1).minusDays(1);
    }

    /** Whether a month may belong to two years, so that its days have to be told apart. */
    public boolean splits(YearMonth month) {
        return day.getDayOfMonth() != 1 && month.getMonth() == day.getMonth();
    }

    @Override
    public String toString() {
        return day.toString().substring(2);
    }
}
