package casebook.query.incidents.view;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.Category;
import casebook.events.IncidentStatus;
import casebook.events.Item;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.http.Scope;
import casebook.query.Models;
import casebook.query.RandomHistory;
import casebook.query.incidents.IncidentState;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.Known;
import casebook.query.platform.Parameters;
import casebook.query.platform.Wording;
import casebook.query.projection.LedgerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** The list of incidents at every position of random histories, against the fold of each incident's events below it. */
class IncidentsAsOfTest {

    private static final int EVENTS = 30;

    private static final Map<String, Predicate<IncidentState>> FILTERS = Map.of(
            "", _ -> true,
            "category=OTHER", state -> state.details().category() == Category.OTHER,
            "status=ACCEPTED", state -> state.status() == IncidentStatus.ACCEPTED,
            "station=VN-01-S1", state -> state.station().value().equals("VN-01-S1"),
            "province=VN-02",
                    state -> state.details().place().province().value().equals("VN-02"),
            "item=OPIUM",
                    state -> state.details().seizures().stream().anyMatch(seizure -> seizure.item() == Item.OPIUM),
            "q=amended", state -> state.details().summary().startsWith("Amended"),
            "near=21.97,106.7,5", IncidentsAsOfTest::isNear,
            "from=2024-04-12T00:00:00Z", state -> !occurredAt(state).isBefore(Instant.parse("2024-04-12T00:00:00Z")));

    private static final Map<String, Comparator<IncidentState>> ORDERS = Map.of(
            "occurredAt", by(IncidentsAsOfTest::occurredAt),
            "-occurredAt", by(IncidentsAsOfTest::occurredAt).reversed(),
            "-filedAt", by(IncidentState::filedAt).reversed(),
            "number", by(IncidentState::number));

    private static final List<Scope> SCOPES = List.of(
            new Scope.All(),
            new Scope.OfProvince(new ProvinceCode("VN-01")),
            new Scope.OfStation(new StationCode("VN-02-S0")));

    @SuppressWarnings("NullAway.Init")
    private static Models models;

    @BeforeContainer
    static void open() {
        models = new Models(new IncidentsProjection(Wording.labels()));
    }

    @AfterContainer
    static void close() {
        models.close();
    }

    @Property(tries = 6)
    void listAsOfEveryPositionIsWhatTheEventsBelowItTell(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int batchSize) {
        var events = Models.placed(RandomHistory.of(seed, EVENTS));
        models.empty();
        models.fold(events, batchSize);
        var step = 0;
        for (long position = 0; position <= events.size(); position++) {
            for (var filter : FILTERS.keySet()) {
                var order = nth(ORDERS.keySet(), step);
                var scope = nth(SCOPES, step);
                var expected = expected(events, position, filter, order, scope);
                var query = filter + "&sort=" + order + "&asOf=" + position;
                var known = new Known(models, position);
                assertThat(pages(known, query, scope)).as("%s %s", query, scope).isEqualTo(rows(expected));
                assertThat(IncidentLists.all(known, query(query), scope)
                                .collectList()
                                .block())
                        .isEqualTo(rows(expected));
                assertThat(facets(known, query, scope)).isEqualTo(counts(expected));
                step++;
            }
        }
        assertThat(pages(new Known(models, (long) events.size()), "asOf=" + events.size(), SCOPES.getFirst()))
                .isEqualTo(pages(new Known(models, null), "", SCOPES.getFirst()));
    }

    @Property(tries = 10)
    void formerStatesAreTheSameHoweverTheyWereMade(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int batchSize,
            @ForAll @IntRange(min = 0, max = 20) int writesUntilCrash,
            @ForAll @IntRange(min = 0, max = EVENTS) int repeatedFrom) {
        var events = Models.placed(RandomHistory.of(seed, EVENTS));
        models.empty();
        models.fold(events, events.size());
        var atOnce = models.everything();

        models.empty();
        models.foldUntilCrash(events, batchSize, writesUntilCrash);
        models.fold(events, batchSize);
        models.fold(events.subList(repeatedFrom, events.size()), 5);
        assertThat(models.everything()).isEqualTo(atOnce);
    }

    private static List<IncidentState> expected(
            List<LedgerEvent> events, long position, String filter, String order, Scope scope) {
        return events.stream()
                .filter(event -> event.index() < position)
                .filter(event -> event.event() instanceof casebook.events.IncidentEvent)
                .collect(Collectors.groupingBy(LedgerEvent::aggregate))
                .values()
                .stream()
                .flatMap(own -> IncidentState.of(own).stream())
                .filter(state -> scope.covers(state.station(), state.stationProvince()))
                .filter(FILTERS.getOrDefault(filter, _ -> false))
                .sorted(ORDERS.get(order))
                .toList();
    }

    private static List<IncidentRow> rows(List<IncidentState> states) {
        return states.stream().map(IncidentRow::of).toList();
    }

    private static List<IncidentRow> pages(Known known, String query, Scope scope) {
        var rows = new ArrayList<IncidentRow>();
        var cursor = "";
        do {
            var page = page(known, query + "&limit=3" + cursor, scope);
            rows.addAll(page.items());
            cursor = page.next() == null ? "" : "&cursor=" + page.next();
        } while (!cursor.isEmpty());
        return rows;
    }

    private static Map<String, Map<String, Long>> facets(Known known, String query, Scope scope) {
        var facets = page(known, query + "&facets=true", scope).facets();
        assertThat(facets).isNotNull();
        return Map.of(
                "category", facets.category(),
                "station", facets.station(),
                "status", facets.status(),
                "item", facets.item());
    }

    private static Map<String, Map<String, Long>> counts(List<IncidentState> states) {
        return Map.of(
                "category", count(states, state -> Stream.of(state.details().category())),
                "station", count(states, state -> Stream.of(state.station())),
                "status", count(states, state -> Stream.of(state.status())),
                "item",
                        count(
                                states,
                                state -> state.details().seizures().stream()
                                        .map(casebook.events.Seizure::item)
                                        .distinct()));
    }

    private static Map<String, Long> count(List<IncidentState> states, Function<IncidentState, Stream<?>> kinds) {
        return states.stream()
                .flatMap(kinds)
                .collect(Collectors.groupingBy(Object::toString, TreeMap::new, Collectors.counting()));
    }

    private static IncidentPage page(Known known, String query, Scope scope) {
        return IncidentLists.page(known, query(query), scope).blockOptional().orElseThrow();
    }

    private static IncidentQuery query(String parameters) {
        var read = Parameters.of(MockServerWebExchange.from(MockServerHttpRequest.get("/?" + parameters)));
        var query = IncidentQuery.of(read);
        read.check();
        return query;
    }

    private static Instant occurredAt(IncidentState state) {
        return state.details().occurredAt().toInstant();
    }

    private static boolean isNear(IncidentState state) {
        var point = state.details().place().point();
        return point != null && point.lat().intValue() == 21;
    }

    private static <T extends Comparable<T>> Comparator<IncidentState> by(Function<IncidentState, T> key) {
        return Comparator.comparing(key).thenComparing(state -> state.id().toString());
    }

    private static <T> T nth(java.util.Collection<T> values, int step) {
        return List.copyOf(values).get(step % values.size());
    }
}
