package casebook.query.incidents.view;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.Category;
import casebook.events.IncidentEvent;
import casebook.events.IncidentStatus;
import casebook.events.Item;
import casebook.events.ProvinceCode;
import casebook.events.Seizure;
import casebook.events.StationCode;
import casebook.http.Scope;
import casebook.query.Models;
import casebook.query.RandomHistory;
import casebook.query.incidents.IncidentState;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.Known;
import casebook.query.platform.Page;
import casebook.query.platform.Parameters;
import casebook.query.platform.Wording;
import casebook.query.projection.EarlierReading;
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
import org.jspecify.annotations.Nullable;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** The list of incidents at every position of random histories, against the fold of each incident's events below it. */
class IncidentsAsOfTest {

    private static final int EVENTS = 30;

    private record Filter(String parameters, Predicate<IncidentState> admits) {}

    private record Order(String parameter, Comparator<IncidentState> comparator) {}

    private static final List<Filter> FILTERS = List.of(
            new Filter("", _ -> true),
            new Filter("category=OTHER", state -> state.details().category() == Category.OTHER),
            new Filter("status=ACCEPTED", state -> state.status() == IncidentStatus.ACCEPTED),
            new Filter("station=VN-01-S1", state -> state.station().value().equals("VN-01-S1")),
            new Filter(
                    "province=VN-02",
                    state -> state.details().place().province().value().equals("VN-02")),
            new Filter("item=OPIUM", state -> items(state).anyMatch(Item.OPIUM::equals)),
            new Filter("q=amended", state -> state.details().summary().startsWith("Amended")),
            new Filter("near=21.97,106.7,5", IncidentsAsOfTest::isNear),
            new Filter(
                    "from=2024-04-12T00:00:00Z",
                    state -> !occurredAt(state).isBefore(Instant.parse("2024-04-12T00:00:00Z"))));

    private static final List<Order> ORDERS = List.of(
            new Order("occurredAt", by(IncidentsAsOfTest::occurredAt)),
            new Order("-occurredAt", by(IncidentsAsOfTest::occurredAt).reversed()),
            new Order("-filedAt", by(IncidentState::filedAt).reversed()),
            new Order("number", by(IncidentsAsOfTest::serialLast)));

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

    @Property(tries = 4)
    void listAsOfEveryPositionIsWhatTheEventsBelowItTell(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int batchSize) {
        var events = Models.placed(RandomHistory.of(seed, EVENTS));
        models.empty();
        models.fold(events, batchSize);
        for (int position = 0; position <= events.size(); position++) {
            for (int turn = 0; turn < 3; turn++) {
                var step = 3 * position + turn;
                var filter = nth(FILTERS, step);
                var order = nth(ORDERS, step);
                var scope = nth(SCOPES, position);
                var expected = expected(events, position, filter, order, scope);
                var query = filter.parameters() + "&sort=" + order.parameter() + "&asOf=" + position;
                var known = new Known(models, (long) position, Models.latestBefore(events, position));
                assertThat(pages(known, query, scope)).as("%s %s", query, scope).isEqualTo(rows(expected));
                assertThat(IncidentLists.all(known, query(query), scope)
                                .collectList()
                                .block())
                        .isEqualTo(rows(expected));
                assertThat(facets(known, query, scope)).isEqualTo(counts(expected));
            }
        }
        assertThat(pages(new Known(models, (long) events.size(), null), "asOf=" + events.size(), SCOPES.getFirst()))
                .isEqualTo(pages(new Known(models, null, null), "", SCOPES.getFirst()));
    }

    /** Where all events are folded already, and where a batch is just being written that comes after. */
    @Property(tries = 6)
    void keptFacetsAreThoseOfEachPosition(@ForAll long seed, @ForAll boolean ahead) {
        var events = Models.placed(RandomHistory.of(seed, EVENTS));
        var kept = new KeptFacets(0);
        models.empty();
        models.fold(ahead ? events : List.of(), 5);
        for (int position = 1; position <= events.size(); position++) {
            if (!ahead) {
                models.fold(events.subList(position - 1, position), 1);
                models.foldUntilCrash(events.subList(position, events.size()), 7, position % 4);
            }
            for (int turn = 0; turn < 3; turn++) {
                var filter = nth(FILTERS, position + turn);
                var scope = nth(SCOPES, turn);
                var known = new Known(new EarlierReading(models, position), null, null);
                var query = query(filter.parameters() + "&facets=true");
                var facets = IncidentLists.page(known, query, scope, kept)
                        .mapNotNull(IncidentPage::facets)
                        .block();
                assertThat(numbers(facets))
                        .as("%s %s at %d", filter.parameters(), scope, position)
                        .isEqualTo(counts(expected(events, position, filter, ORDERS.getFirst(), scope)));
            }
        }
    }

    @Property(tries = 4)
    void allRowsAsOfTheLatestPositionStayThatWhateverHappensWhileTheyAreRead(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int stretch,
            @ForAll @IntRange(max = 6) int readBefore) {
        var events = Models.placed(RandomHistory.of(seed, EVENTS));
        for (int position = 0; position <= events.size(); position += 3) {
            models.empty();
            models.fold(events.subList(0, position), 5);
            var filter = nth(FILTERS, position / 3);
            var order = nth(ORDERS, position / 3);
            var scope = nth(SCOPES, position / 6);
            var query = query(filter.parameters() + "&sort=" + order.parameter());
            var known = new Known(new EarlierReading(models, position), null, null).standing();
            var rows = Page.all(IncidentLists.rows(known, query, scope), query.page(), stretch, IncidentLists::row)
                    .toIterable(1)
                    .iterator();
            var read = new ArrayList<IncidentRow>();
            while (rows.hasNext() && read.size() < readBefore) {
                read.add(rows.next());
            }
            models.fold(events.subList(position, events.size()), 5);
            rows.forEachRemaining(read::add);
            assertThat(read)
                    .as("%s as of %s", query, position)
                    .isEqualTo(rows(expected(events, position, filter, order, scope)));
        }
    }

    @Property(tries = 6)
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
            List<LedgerEvent> events, long position, Filter filter, Order order, Scope scope) {
        return events.stream()
                .filter(event -> event.index() < position)
                .filter(event -> event.event() instanceof IncidentEvent)
                .collect(Collectors.groupingBy(LedgerEvent::aggregate))
                .values()
                .stream()
                .flatMap(own -> IncidentState.of(own).stream())
                .filter(state -> scope.covers(state.station(), state.stationProvince()))
                .filter(filter.admits())
                .sorted(order.comparator())
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
        return numbers(page(known, query + "&facets=true", scope).facets());
    }

    private static Map<String, Map<String, Long>> numbers(@Nullable Facets facets) {
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
                "item", count(states, state -> items(state).distinct()));
    }

    private static Map<String, Long> count(List<IncidentState> states, Function<IncidentState, Stream<?>> kinds) {
        return states.stream()
                .flatMap(kinds)
                .collect(Collectors.groupingBy(Object::toString, TreeMap::new, Collectors.counting()));
    }

    private static IncidentPage page(Known known, String query, Scope scope) {
        return IncidentLists.page(known, query(query), scope, new KeptFacets())
                .blockOptional()
                .orElseThrow();
    }

    private static IncidentQuery query(String parameters) {
        var read = Parameters.of(MockServerWebExchange.from(MockServerHttpRequest.get("/?" + parameters)));
        var query = IncidentQuery.of(read);
        read.check();
        return query;
    }

    /** Serials as numbers: 9 comes before 10. */
    private static String serialLast(IncidentState state) {
        var serial = state.number().lastIndexOf('-') + 1;
        return state.number().substring(0, serial)
                + "%012d".formatted(Long.parseLong(state.number().substring(serial)));
    }

    private static Instant occurredAt(IncidentState state) {
        return state.details().occurredAt().toInstant();
    }

    private static Stream<Item> items(IncidentState state) {
        return state.details().seizures().stream().map(Seizure::item);
    }

    private static boolean isNear(IncidentState state) {
        var point = state.details().place().point();
        return point != null && point.lat().intValue() == 21;
    }

    private static <T extends Comparable<T>> Comparator<IncidentState> by(Function<IncidentState, T> key) {
        return Comparator.comparing(key).thenComparing(state -> state.id().toString());
    }

    private static <T> T nth(List<T> values, int step) {
        return values.get(step % values.size());
    }
}
