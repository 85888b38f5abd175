package casebook.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearStartTest {

    @ParameterizedTest
    @CsvSource({
        "01-01, 2020-01-01, 2020",
        "01-01, 2020-12-31, 2020",
        "10-01, 2019-09-30, 2019",
        "10-01, 2019-10-01, 2020",
        "10-01, 2020-09-30, 2020",
        "01-02, 2020-01-01, 2020",
        "01-02, 2020-01-02, 2021",
        "02-29, 2020-02-28, 2020",
        "02-29, 2020-02-29, 2021",
        "02-29, 2021-02-28, 2021",
        "02-29, 2021-03-01, 2022",
    })
    void dayBelongsToTheYearThatContainsIt(String start, LocalDate day, int year) {
        assertThat(yearStart(start).yearOf(day)).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1", "13-01", "02-30", "00-10", "10-00", "10/01", "--10-01", "10-01 ", "١٠-٠١"})
    void whatIsNoDayOfAYearIsRefused(String text) {
        assertThat(YearStart.parse(text)).isEmpty();
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(yearStart("02-09")).hasToString("02-09");
    }

    @Property
    void yearsFollowEachOtherWithoutGapOrOverlap(@ForAll("starts") YearStart start, @ForAll("days") LocalDate day) {
        var year = start.yearOf(day);
        assertThat(day).isBetween(start.firstDayOf(year), start.lastDayOf(year));
        assertThat(start.yearOf(start.firstDayOf(year))).isEqualTo(year);
        assertThat(start.yearOf(start.lastDayOf(year))).isEqualTo(year);
        assertThat(start.firstDayOf(year + 1)).isEqualTo(start.lastDayOf(year).plusDays(1));
    }

    @Property
    void monthThatIsNotSplitBelongsToOneYear(@ForAll("starts") YearStart start, @ForAll("days") LocalDate day) {
        var month = YearMonth.from(day);
        if (!start.splits(month)) {
            assertThat(start.yearOf(month.atDay(1))).isEqualTo(start.yearOf(month.atEndOfMonth()));
        }
    }

    @Provide
    Arbitrary<YearStart> starts() {
        return Arbitraries.integers()
                .between(1, 366)
                .map(day -> new YearStart(MonthDay.from(LocalDate.ofYearDay(2020, day))));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2100, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static YearStart yearStart(String text) {
        return YearStart.parse(text).orElseThrow();
    }
}
