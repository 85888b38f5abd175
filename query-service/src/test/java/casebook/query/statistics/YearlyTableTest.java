package casebook.query.statistics;

import static casebook.query.statistics.Reports.between;
import static casebook.query.statistics.Reports.cell;
import static casebook.query.statistics.Reports.day;
import static casebook.query.statistics.Reports.everything;
import static casebook.query.statistics.Reports.groupedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.events.Category;
import casebook.events.Item;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.Source;
import casebook.events.StationCode;
import casebook.events.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearlyTableTest {

    private static final Cell DRUGS = cell(Category.DRUG_TRAFFICKING);
    private static final Cell FISHING = cell(Category.ILLEGAL_FISHING);
    private static final Cell NO_SOURCE =
            new Cell(DRUGS.province(), DRUGS.station(), DRUGS.stationProvince(), Category.DRUG_TRAFFICKING, null);

    @Test
    void tableWithoutBoundsHasTheYearsThatHaveIncidents() {
        assertThat(rows(everything(), "2012-05-01", "2015-05-01", "2015-06-01"))
                .containsExactly("2012 [] 1", "2015 [] 2");
    }

    @Test
    void yearsWithoutIncidentsBetweenTheBoundsAreZeros() {
        assertThat(rows(between(2011, 2014), "2012-05-01", "2015-05-01"))
                .containsExactly("2011 [] 0", "2012 [] 1", "2013 [] 0", "2014 [] 0");
    }

    @Test
    void openBoundCutsWithoutFilling() {
        assertThat(rows(between(2013, null), "2012-05-01", "2015-05-01")).containsExactly("2015 [] 1");
        assertThat(rows(between(null, 2013), "2012-05-01", "2015-05-01")).containsExactly("2012 [] 1");
    }

    @Test
    void everyGroupHasARowInEveryYearBetweenTheBounds() {
        var table = new YearlyTable(between(2019, 2020, GroupBy.CATEGORY));
        table.add(day("2019-01-01"), FISHING, one());
        table.add(day("2020-01-01"), DRUGS, one());
        assertThat(show(table))
                .containsExactly(
                        "2019 [DRUG_TRAFFICKING] 0",
                        "2019 [ILLEGAL_FISHING] 1",
                        "2020 [DRUG_TRAFFICKING] 1",
                        "2020 [ILLEGAL_FISHING] 0");
    }

    @Test
    void everyMonthBetweenTheBoundsHasARow() {
        var rows = rows(between(2020, 2020, GroupBy.MONTH), "2020-03-14");
        assertThat(rows).hasSize(12).contains("2020 [2020-02] 0", "2020 [2020-03] 1");
        assertThat(rows(between(2020, 2020, GroupBy.MONTH))).hasSize(12);
    }

    @Test
    void monthInWhichAYearBeginsHasARowInBothYears() {
        var query = new YearlyQuery(null, null, null, null, null, List.of(GroupBy.MONTH), yearStart("10-15"));
        assertThat(rows(query, "2019-10-14", "2019-10-15")).containsExactly("2019 [2019-10] 1", "2020 [2019-10] 1");
    }

    @Test
    void rowsAreGroupedBySeveralThingsInTheOrderAskedFor() {
        var table = new YearlyTable(groupedBy(GroupBy.SOURCE, GroupBy.CATEGORY));
        table.add(day("2020-01-01"), NO_SOURCE, one());
        table.add(day("2020-01-01"), FISHING, one());
        assertThat(show(table)).containsExactly("2020 [, DRUG_TRAFFICKING] 1", "2020 [PATROL, ILLEGAL_FISHING] 1");
    }

    @Test
    void rowThatComesToNothingIsLeftOut() {
        var table = new YearlyTable(everything());
        table.add(day("2020-01-01"), DRUGS, one());
        table.subtract(day("2020-01-01"), DRUGS, one());
        assertThat(table.rows()).isEmpty();
        assertThat(table.total().isZero()).isTrue();
    }

    @Test
    void caseCountsOnceInTheYearOfItsEarliestIncident() {
        var table = new YearlyTable(everything());
        table.addCase(List.of(
                incident(day("2021-02-01"), DRUGS),
                incident(day("2020-12-31"), FISHING),
                incident(day("2020-12-31"), DRUGS)));
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.year()).isEqualTo(2020);
            assertThat(row.figures().of(Count.CASES)).isEqualTo(1);
        });
        assertThat(table.total().of(Count.CASES)).isEqualTo(1);
    }

    @Test
    void caseCountsInEveryGroupWhereItHasAnIncidentButOnceInTheTotal() {
        var table = new YearlyTable(groupedBy(GroupBy.CATEGORY));
        table.addCase(List.of(incident(day("2021-02-01"), DRUGS), incident(day("2020-12-31"), FISHING)));
        assertThat(cases(table)).containsExactly("2020 [DRUG_TRAFFICKING] 1", "2020 [ILLEGAL_FISHING] 1");
        assertThat(table.total().of(Count.CASES)).isEqualTo(1);
    }

    @Test
    void caseCountsInTheMonthsOfItsOwnYearOnly() {
        var table = new YearlyTable(groupedBy(GroupBy.MONTH));
        table.addCase(List.of(
                incident(day("2021-02-01"), DRUGS),
                incident(day("2020-12-31"), DRUGS),
                incident(day("2020-11-01"), DRUGS)));
        assertThat(cases(table)).containsExactly("2020 [2020-11] 1", "2020 [2020-12] 1");
    }

    @Test
    void caseCountsWhereOneOfItsIncidentsMatchesButInTheYearOfTheEarliestOfAll() {
        var table = new YearlyTable(
                new YearlyQuery(2020, 2021, null, null, Category.DRUG_TRAFFICKING, List.of(), YearStart.CALENDAR));
        table.addCase(List.of(incident(day("2021-02-01"), DRUGS), incident(day("2020-12-31"), FISHING)));
        table.addCase(List.of(incident(day("2020-12-31"), FISHING)));
        table.addCase(List.of(incident(day("2019-12-31"), DRUGS), incident(day("2020-12-31"), DRUGS)));
        assertThat(cases(table)).containsExactly("2020 [] 1", "2021 [] 0");
        assertThat(table.total().of(Count.CASES)).isEqualTo(1);
    }

    @Test
    void caseWithoutAnIncidentThatCountsIsNoCase() {
        var table = new YearlyTable(everything());
        table.addCase(List.of());
        assertThat(table.rows()).isEmpty();
    }

    @Test
    void incidentStandsInTheRowOfEveryItemButOnceInTheTotal() {
        var table = new YearlyTable(groupedBy(GroupBy.ITEM, GroupBy.MONTH));
        table.add(day("2020-01-01"), DRUGS, one(Item.HEROIN, Item.OPIUM, Item.HEROIN));
        table.add(day("2020-02-01"), DRUGS, one());
        assertThat(show(table))
                .containsExactly("2020 [, 2020-02] 1", "2020 [HEROIN, 2020-01] 1", "2020 [OPIUM, 2020-01] 1");
        assertThat(table.rows().get(1).figures().seizures())
                .containsOnly(Map.entry(new SeizedItem(Item.HEROIN, Unit.KG), new Tally(2, new BigDecimal("3.0"))));
        assertThat(table.total().of(Count.INCIDENTS)).isEqualTo(2);
        table.subtract(day("2020-01-01"), DRUGS, one(Item.HEROIN, Item.OPIUM, Item.HEROIN));
        assertThat(show(table)).containsExactly("2020 [, 2020-02] 1");
    }

    @Test
    void caseCountsOnceWithEachItemOfItsIncidents() {
        var table = new YearlyTable(groupedBy(GroupBy.ITEM));
        table.addCase(List.of(
                incident(day("2020-01-01"), DRUGS, Item.HEROIN, Item.OPIUM),
                incident(day("2021-01-01"), DRUGS, Item.HEROIN),
                incident(day("2021-01-01"), DRUGS)));
        assertThat(cases(table)).containsExactly("2020 [] 1", "2020 [HEROIN] 1", "2020 [OPIUM] 1");
        assertThat(table.total().of(Count.CASES)).isEqualTo(1);
    }

    @Test
    void eachRowHasTheYearBeforeBesideIt() {
        var table = new YearlyTable(between(2020, 2021, GroupBy.CATEGORY).comparing());
        table.add(day("2018-01-01"), DRUGS, one());
        table.add(day("2019-01-01"), FISHING, one());
        table.add(day("2020-01-01"), DRUGS, one());
        table.add(day("2020-02-01"), DRUGS, one());
        assertThat(comparison(table))
                .containsExactly(
                        "2020 [DRUG_TRAFFICKING] 0 2",
                        "2020 [ILLEGAL_FISHING] 1 0",
                        "2021 [DRUG_TRAFFICKING] 2 0",
                        "2021 [ILLEGAL_FISHING] 0 0");
        assertThat(table.total().of(Count.INCIDENTS)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "    ,     , 2018 2019 2020 2021",
        "2019,     , 2019 2020 2021",
        "    , 2020, 2018 2019 2020",
        "2022,     , 2022"
    })
    void comparedTableHasNoGapsBetweenTheOutermostYears(@Nullable Integer from, @Nullable Integer to, String years) {
        var table = new YearlyTable(
                new YearlyQuery(from, to, null, null, null, List.of(GroupBy.CATEGORY), YearStart.CALENDAR, true));
        table.add(day("2018-01-01"), DRUGS, one());
        table.add(day("2021-01-01"), DRUGS, one());
        assertThat(table.rows()).extracting(row -> Integer.toString(row.year())).containsExactly(years.split(" "));
        var dropped = table.rows().stream()
                .filter(row -> row.before() != null && row.before().of(Count.INCIDENTS) == 1)
                .map(YearlyRow::year);
        assertThat(dropped)
                .containsExactlyElementsOf(Stream.of(2019, 2022)
                        .filter(year -> years.contains(year.toString()))
                        .toList());
    }

    @Test
    void groupThatCameToNothingHasARowBesideTheYearBefore() {
        var table = new YearlyTable(groupedBy(GroupBy.CATEGORY).comparing());
        table.add(day("2019-01-01"), FISHING, one());
        table.add(day("2020-01-01"), DRUGS, one());
        assertThat(comparison(table)).contains("2020 [ILLEGAL_FISHING] 1 0");
        assertThat(new YearlyTable(everything().comparing()).rows()).isEmpty();
    }

    @Test
    void monthIsComparedWithThatMonthAYearBefore() {
        var query = new YearlyQuery(2020, null, null, null, null, List.of(GroupBy.MONTH), yearStart("10-15"));
        var table = new YearlyTable(query.comparing());
        table.add(day("2018-10-14"), DRUGS, one());
        table.add(day("2018-10-15"), DRUGS, one());
        table.add(day("2019-10-15"), DRUGS, one());
        assertThat(comparison(table))
                .startsWith("2020 [2019-10] 1 1", "2020 [2019-11] 0 0")
                .hasSize(13);
    }

    @Test
    void caseOfTheYearBeforeIsNotInTheTotal() {
        var table = new YearlyTable(between(2020, 2020).comparing());
        table.addCase(List.of(incident(day("2019-01-01"), DRUGS)));
        assertThat(table.total().of(Count.CASES)).isZero();
        assertThat(table.rows().getFirst().before()).isEqualTo(new Measures().add(Count.CASES, 1));
    }

    @Property
    void totalIsTheSumOfTheRowsHoweverTheyAreGroupedAndInAnyOrder(
            @ForAll("incidents") List<DatedCell> incidents, @ForAll Set<GroupBy> groups, @ForAll Random random) {
        var query = groupedBy(groups.toArray(GroupBy[]::new));
        var shuffled = new ArrayList<>(incidents);
        Collections.shuffle(shuffled, random);
        var table = tableOf(query, incidents);

        assertThat(show(tableOf(query, shuffled))).isEqualTo(show(table));
        assertThat(table.rows().stream()
                        .mapToLong(row -> row.figures().of(Count.INCIDENTS))
                        .sum())
                .isEqualTo(incidents.size())
                .isEqualTo(table.total().of(Count.INCIDENTS));
    }

    @Property
    void yearsCountWhatOccurredInThem(@ForAll("incidents") List<DatedCell> incidents) {
        var naive = incidents.stream()
                .collect(Collectors.groupingBy(incident -> incident.day().getYear(), Collectors.counting()));
        var counted = tableOf(everything(), incidents).rows().stream()
                .collect(Collectors.toMap(YearlyRow::year, row -> row.figures().of(Count.INCIDENTS)));
        assertThat(counted).isEqualTo(naive);
    }

    @Provide
    Arbitrary<List<DatedCell>> incidents() {
        var cells = Combinators.combine(
                        Arbitraries.of("VN-09", "VN-22").map(ProvinceCode::new),
                        Arbitraries.of(Category.class),
                        Arbitraries.of(Source.class).injectNull(0.2))
                .as((province, category, source) ->
                        new Cell(province, Reports.TAN_THANH, Reports.LANG_SON, category, source));
        var days = Arbitraries.longs()
                .between(
                        LocalDate.of(2015, 1, 1).toEpochDay(),
                        LocalDate.of(2020, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Combinators.combine(days, cells).as(DatedCell::new).list().ofMaxSize(60);
    }

    private static YearlyTable tableOf(YearlyQuery query, List<DatedCell> incidents) {
        var table = new YearlyTable(query);
        incidents.forEach(incident -> table.add(incident.day(), incident.cell(), one()));
        return table;
    }

    private static List<String> rows(YearlyQuery query, String... days) {
        var table = new YearlyTable(query);
        for (var day : days) {
            table.add(day(day), DRUGS, one());
        }
        return show(table);
    }

    private static List<String> show(YearlyTable table) {
        return show(table, Count.INCIDENTS);
    }

    @Test
    void tableThatWouldNotFitIntoMemoryIsRefused() {
        var table = new YearlyTable(between(1900, 2100, GroupBy.STATION, GroupBy.MONTH));
        for (int number = 0; number < 42; number++) {
            var station = new StationCode("VN-09-S" + number);
            table.add(
                    day("2020-03-14"),
                    new Cell(DRUGS.province(), station, DRUGS.stationProvince(), DRUGS.category(), null),
                    one());
        }
        assertThatThrownBy(table::rows)
                .isInstanceOfSatisfying(
                        TableTooLarge.class,
                        refusal -> assertThat(refusal.most()).isEqualTo(100_000));
    }

    private static List<String> comparison(YearlyTable table) {
        return table.rows().stream()
                .map(row -> row.year() + " " + row.group() + " "
                        + Objects.requireNonNull(row.before()).of(Count.INCIDENTS) + " "
                        + row.figures().of(Count.INCIDENTS))
                .toList();
    }

    private static List<String> cases(YearlyTable table) {
        return show(table, Count.CASES);
    }

    private static List<String> show(YearlyTable table, Count count) {
        return table.rows().stream()
                .map(row -> row.year() + " " + row.group() + " " + row.figures().of(count))
                .toList();
    }

    private static DatedIncident incident(LocalDate day, Cell cell, Item... items) {
        return DatedIncident.of(
                new Occurrence(day.atStartOfDay(ZoneOffset.UTC).toInstant(), cell, Set.of(items)), ZoneOffset.UTC);
    }

    private static Breakdown one(Item... items) {
        return Breakdown.of(
                new Measures().add(Count.INCIDENTS, 1),
                Stream.of(items)
                        .map(item -> new Seized(item, Quantity.of("1.5"), Unit.KG, null))
                        .toList(),
                new Durations());
    }

    private static YearStart yearStart(String text) {
        return YearStart.parse(text).orElseThrow();
    }
}
