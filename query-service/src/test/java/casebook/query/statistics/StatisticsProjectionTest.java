package casebook.query.statistics;

import static casebook.query.statistics.Reports.LANG_SON;
import static casebook.query.statistics.Reports.NAM_CAN;
import static casebook.query.statistics.Reports.NGHE_AN;
import static casebook.query.statistics.Reports.between;
import static casebook.query.statistics.Reports.everything;
import static casebook.query.statistics.Reports.groupedBy;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseOpened;
import casebook.events.Category;
import casebook.events.IncidentId;
import casebook.events.Item;
import casebook.events.Source;
import casebook.events.Unit;
import casebook.http.Scope;
import casebook.query.projection.LedgerEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsProjectionTest {

    private static final Scope ALL = new Scope.All();
    private static final List<Scope> SCOPES =
            List.of(ALL, new Scope.OfProvince(LANG_SON), new Scope.OfStation(NAM_CAN), new Scope.Nothing());
    private static final List<YearlyQuery> QUERIES = List.of(
            everything(),
            groupedBy(GroupBy.CATEGORY, GroupBy.STATION),
            groupedBy(GroupBy.MONTH, GroupBy.PROVINCE, GroupBy.SOURCE),
            groupedBy(GroupBy.ITEM, GroupBy.MONTH, GroupBy.STATION),
            between(2020, 2021, GroupBy.ITEM).comparing(),
            new YearlyQuery(2019, 2021, NGHE_AN, null, Category.OTHER, List.of(), start("10-01")),
            new YearlyQuery(2020, null, null, NAM_CAN, null, List.of(GroupBy.MONTH), start("03-17")));

    private static final RecursiveComparisonConfiguration BY_VALUE = RecursiveComparisonConfiguration.builder()
            .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
            .build();

    private static StatisticsRig rig;

    @BeforeAll
    static void begin() {
        rig = new StatisticsRig();
    }

    @AfterEach
    void empty() {
        rig.runOn();
        rig.empty();
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void figuresAreThoseOfTheLedger(long seed) {
        var ledger = RandomLedger.of(seed, 200);
        rig.process(ledger, 17);
        for (var query : QUERIES) {
            for (var scope : SCOPES) {
                assertSame(rig.now(200, query, scope), expected(ledger, 200, query, scope));
            }
        }
    }

    /** As after a claim was taken over from one that is still at work: their transactions meet, and are tried again. */
    @Test
    void whatTwoInstancesWriteAtOnceCountsOnce() {
        var ledger = RandomLedger.of(17, 150);
        Stream.of(10, 11)
                .map(batchSize -> CompletableFuture.runAsync(() -> rig.process(ledger, batchSize)))
                .toList()
                .forEach(CompletableFuture::join);
        for (var query : QUERIES) {
            assertSame(rig.now(150, query, ALL), expected(ledger, 150, query, ALL));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void figuresAsKnownAtAPositionAreThoseOfTheLedgerThen(long seed) {
        var ledger = RandomLedger.of(seed, 150);
        rig.process(ledger, 40);
        for (int position = 0; position <= 150; position += 3) {
            var query = QUERIES.get(position % QUERIES.size());
            var scope = SCOPES.get(position % SCOPES.size());
            assertSame(rig.asKnownAt(position, query, scope), expected(ledger, position, query, scope));
        }
        assertSame(rig.asKnownAt(150, everything(), ALL), rig.now(150, everything(), ALL));
    }

    /** Of every measure and table, whatever happened since: filings, amendments, voids, links, mergers, closings. */
    @ParameterizedTest
    @ValueSource(longs = {15, 16})
    void figuresAsKnownAtAMomentAreThoseThatWerePresentThen(long seed) {
        var ledger = RandomLedger.of(seed, 140);
        var random = new Random(seed);
        var presentThen = new LinkedHashMap<Integer, List<Object>>();
        for (int position = 0; position < ledger.size(); ) {
            var next = Math.min(ledger.size(), position + 1 + random.nextInt(40));
            rig.process(ledger.subList(position, next), 10);
            position = next;
            presentThen.put(position, present(position));
        }
        presentThen.forEach((position, figures) ->
                assertThat(knownAt(position)).as("at %s", position).isEqualTo(figures));
    }

    private static List<Object> present(int position) {
        return figures((query, scope) -> List.of(
                figuresOf(rig.now(position, query, scope)),
                rig.timelinessNow(position, query, scope).years(),
                rig.clearanceNow(position, query, scope).rows()));
    }

    private static List<Object> knownAt(int position) {
        return figures((query, scope) -> List.of(
                figuresOf(rig.asKnownAt(position, query, scope)),
                rig.timelinessKnownAt(position, query, scope).years(),
                rig.clearanceKnownAt(position, query, scope).rows()));
    }

    private static List<Object> figures(BiFunction<YearlyQuery, Scope, List<Object>> tables) {
        return QUERIES.stream()
                .flatMap(query -> SCOPES.stream().map(scope -> tables.apply(query, scope)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Object> figuresOf(YearlyTable table) {
        return List.of(table.rows(), table.total());
    }

    @Test
    void caseCountsWithWhatWasSeizedAndWhereNothingWasThoughOneSumHoldsIt() {
        var seized = Reports.incident();
        var nothing = Reports.incident();
        var heroin = List.of(Reports.seizure(Item.HEROIN, "1", Unit.KG));
        var day = "2020-03-14";
        rig.process(
                RandomLedger.placed(List.of(
                        Reports.filed(
                                seized,
                                Reports.details(
                                        day,
                                        LANG_SON,
                                        Category.DRUG_TRAFFICKING,
                                        Source.PATROL,
                                        List.of(),
                                        heroin,
                                        Map.of(),
                                        0,
                                        0)),
                        Reports.filed(nothing, Reports.nothingSeized(day, Category.DRUG_TRAFFICKING)),
                        new CaseOpened(new CaseId(UUID.randomUUID()), "Both", links(seized, nothing), null))),
                3);
        var present = rig.now(3, groupedBy(GroupBy.ITEM), ALL);
        assertThat(present.rows())
                .extracting(row -> row.group() + " " + row.figures().of(Count.CASES))
                .containsExactly("[] 1", "[HEROIN] 1");
        assertSame(present, rig.asKnownAt(3, groupedBy(GroupBy.ITEM), ALL));
    }

    private static List<CaseIncident> links(IncidentId... incidents) {
        return Stream.of(incidents)
                .map(incident -> new CaseIncident(incident, Reports.TAN_THANH, LANG_SON))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {19, 20, 21})
    void timelinessAndClearanceAreThoseOfTheLedger(long seed) {
        var ledger = RandomLedger.of(seed, 300);
        rig.process(ledger, 40);
        var known = KnownLedger.after(ledger);
        for (var query : QUERIES) {
            for (var scope : SCOPES) {
                var delays = known.delays(query, scope, StatisticsRig.ZONE);
                var timeliness = rig.timelinessNow(ledger.size(), query, scope);
                timeliness
                        .years()
                        .forEach((year, durations) ->
                                assertThat(each(durations)).isEqualTo(delays.getOrDefault(year, List.of())));
                assertThat(timeliness.total().count())
                        .isEqualTo(delays.values().stream().mapToInt(List::size).sum());

                var cases = known.cases(query, scope, StatisticsRig.ZONE);
                assertThat(rig.clearanceNow(ledger.size(), query, scope).rows()).allSatisfy(row -> {
                    assertThat(row.opened())
                            .isEqualTo(cases.stream()
                                    .filter(facts -> yearOf(facts.opened(), query) == row.year())
                                    .count());
                    assertThat(each(row.open()))
                            .isEqualTo(cases.stream()
                                    .filter(facts ->
                                            facts.closed() != null && yearOf(facts.closed(), query) == row.year())
                                    .map(facts -> Objects.requireNonNull(facts.closed())
                                                    .toEpochMilli()
                                            - facts.opened().toEpochMilli())
                                    .sorted()
                                    .toList());
                });
            }
        }
        var all = rig.clearanceNow(ledger.size(), everything(), ALL).rows();
        assertThat(all.stream().mapToLong(ClearanceRow::opened).sum())
                .isEqualTo(known.cases(everything(), ALL, StatisticsRig.ZONE).size());
        assertThat(all).anySatisfy(row -> assertThat(row.open().count()).isPositive());
    }

    private static int yearOf(Instant moment, YearlyQuery query) {
        return query.yearOf(LocalDate.ofInstant(moment, StatisticsRig.ZONE));
    }

    private static List<Long> each(Durations durations) {
        return durations.numbers().entrySet().stream()
                .flatMap(one -> Collections.nCopies(Math.toIntExact(one.getValue()), one.getKey()).stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {12, 13, 14})
    void changedFiguresAreThoseThatDifferAndNameEveryEventThatChangedThem(long seed) {
        var ledger = RandomLedger.of(seed, 150);
        rig.process(ledger, 40);
        var random = new Random(seed);
        for (var query : QUERIES) {
            for (var scope : SCOPES) {
                var first = random.nextInt(100);
                var second = first + random.nextInt(50);
                assertThat(rig.changes(first, second, query, scope))
                        .usingRecursiveFieldByFieldElementComparator(BY_VALUE)
                        .isEqualTo(KnownChanges.between(first, second, ledger, query, scope));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void sumsThatAreAheadOfAReadingAreTakenBackToIt(long seed) {
        var ledger = RandomLedger.of(seed, 150);
        rig.process(ledger, 40);
        for (int position = 0; position <= 150; position += 3) {
            var query = QUERIES.get(position % QUERIES.size());
            var scope = SCOPES.get(position % 2);
            assertSame(rig.now(position, query, scope), expected(ledger, position, query, scope));
            assertThat(rig.timelinessNow(position, query, scope).years())
                    .isEqualTo(rig.timelinessKnownAt(position, query, scope).years());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 9, 10})
    void crashBetweenTwoWritesLeavesNoTrace(long seed) {
        var ledger = RandomLedger.of(seed, 120);
        rig.process(ledger, 120);
        var undisturbed = rig.everything();
        var random = new Random(seed);
        for (int writes = 0; writes < 12; writes++) {
            rig.empty();
            crash(ledger, writes, 1 + random.nextInt(60));
            crash(ledger, random.nextInt(8), 1 + random.nextInt(60));
            rig.process(ledger, 1 + random.nextInt(60));
            assertThat(rig.everything()).isEqualTo(undisturbed);
        }
    }

    @Test
    void batchThatWasWrittenByAnotherInstanceChangesNothing() {
        var ledger = RandomLedger.of(11, 120);
        rig.process(ledger, 120);
        var undisturbed = rig.everything();
        rig.process(ledger.subList(30, 70), 7);
        assertThat(rig.everything()).isEqualTo(undisturbed);
    }

    private static void crash(List<LedgerEvent> ledger, int writes, int batchSize) {
        rig.crashAfterWrites(writes);
        try {
            rig.process(ledger, batchSize);
        } catch (StatisticsRig.Crash expected) {
            // Goes on from the last token, here the first event: the worst case.
        }
        rig.runOn();
    }

    private static YearlyTable expected(List<LedgerEvent> ledger, int position, YearlyQuery query, Scope scope) {
        return KnownLedger.after(ledger.subList(0, position)).table(query, scope, StatisticsRig.ZONE);
    }

    private static void assertSame(YearlyTable actual, YearlyTable expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.total()).isEqualTo(expected.total());
    }

    private static YearStart start(String text) {
        return YearStart.parse(text).orElseThrow();
    }
}
