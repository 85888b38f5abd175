package casebook.query.cases.view;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseEvent;
import casebook.events.CaseIncident;
import casebook.events.CaseState;
import casebook.events.IncidentEvent;
import casebook.events.IncidentId;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.Models;
import casebook.query.RandomHistory;
import casebook.query.cases.CaseFileState;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.incidents.IncidentState;
import casebook.query.platform.Known;
import casebook.query.platform.Parameters;
import casebook.query.projection.LedgerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** The list of cases at every position of random histories, against the folds of the events below it and what the caller may see now. */
class CasesAsOfTest {

    private static final int EVENTS = 40;

    /**
     * What was known besides a case.
     *
     * @param places the province in which each incident happened
     */
    private record Then(Map<String, String> places, Caller caller) {
        boolean has(CaseFileState state, Predicate<CaseIncident> incident) {
            return VisibleCases.incidents(state, caller.scope()).stream().anyMatch(incident);
        }
    }

    private record Filter(String parameters, BiPredicate<CaseFileState, Then> admits) {}

    private record Order(String parameter, Comparator<CaseFileState> comparator) {}

    private static final List<Filter> FILTERS = List.of(
            new Filter("", (_, _) -> true),
            new Filter("status=CLOSED", (state, _) -> state.state() == CaseState.CLOSED),
            new Filter("lead=Nam", (state, _) -> "Nam".equals(state.lead())),
            new Filter("overdue=true", (state, _) -> !state.overdue().isEmpty()),
            new Filter("overdue=false", (state, _) -> state.overdue().isEmpty()),
            new Filter("q=route", (_, _) -> true),
            new Filter(
                    "station=VN-01-S0",
                    (state, then) ->
                            then.has(state, one -> one.station().value().equals("VN-01-S0"))),
            new Filter(
                    "province=VN-02",
                    (state, then) -> state.incidents().stream()
                            .anyMatch(one -> "VN-02"
                                    .equals(then.places().get(one.incident().toString())))));

    private static final List<Order> ORDERS = List.of(
            new Order("openedAt", by(CaseFileState::openedAt)),
            new Order("-openedAt", by(CaseFileState::openedAt).reversed()),
            new Order("changedAt", by(CasesAsOfTest::changedAt)),
            new Order("-changedAt", by(CasesAsOfTest::changedAt).reversed()));

    private static final List<Caller> CALLERS = List.of(
            new Caller("1", "Lan", Set.of(Role.ANALYST), null, null),
            new Caller("2", "Binh", Set.of(Role.AUDITOR), null, null),
            new Caller("3", RandomHistory.OFFICER, Set.of(Role.COMMAND), null, new ProvinceCode("VN-01")),
            new Caller("4", "Nam", Set.of(Role.STATION), new StationCode("VN-02-S1"), null));

    @SuppressWarnings("NullAway.Init")
    private static Models models;

    @BeforeContainer
    static void open() {
        models = new Models(new CasesProjection());
    }

    @AfterContainer
    static void close() {
        models.close();
    }

    @Property(tries = 4)
    void listAsOfEveryPositionIsWhatTheEventsBelowItTellOfWhatIsVisibleNow(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int batchSize) {
        var events = Models.placed(RandomHistory.of(seed, EVENTS));
        models.empty();
        models.fold(events, batchSize);
        var present = cases(events, events.size());
        for (int position = 0; position <= events.size(); position++) {
            for (int turn = 0; turn < 3; turn++) {
                var step = 3 * position + turn;
                var filter = nth(FILTERS, step);
                var order = nth(ORDERS, position);
                var caller = nth(CALLERS, position + turn);
                var then = new Then(places(events, position), caller);
                var expected = cases(events, position).values().stream()
                        .filter(state -> isVisible(present.get(state.id().toString()), caller))
                        .filter(state -> then.has(state, _ -> true))
                        .filter(state -> filter.admits().test(state, then))
                        .sorted(order.comparator())
                        .map(state -> shown(state, caller))
                        .toList();
                var query = filter.parameters() + "&sort=" + order.parameter() + "&asOf=" + position;
                var known = new Known(models, (long) position, Models.latestBefore(events, position));
                assertThat(pages(known, query, caller))
                        .as("%s %s", query, caller)
                        .isEqualTo(expected);
                assertThat(CaseLists.all(known, query(query), caller)
                                .map(CasesAsOfTest::shown)
                                .collectList()
                                .block())
                        .isEqualTo(expected);
            }
        }
        for (var caller : CALLERS) {
            assertThat(pages(new Known(models, (long) events.size(), null), "asOf=" + events.size(), caller))
                    .isEqualTo(pages(new Known(models, null, null), "", caller));
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

    private static Map<String, CaseFileState> cases(List<LedgerEvent> events, long position) {
        return events.stream()
                .filter(event -> event.index() < position && event.event() instanceof CaseEvent)
                .collect(Collectors.groupingBy(
                        LedgerEvent::aggregate,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                own -> CaseFileState.of(own).orElseThrow())));
    }

    /** The province in which each incident happened. */
    private static Map<String, String> places(List<LedgerEvent> events, long position) {
        return events.stream()
                .filter(event -> event.index() < position && event.event() instanceof IncidentEvent)
                .collect(Collectors.groupingBy(
                        LedgerEvent::aggregate,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                own -> IncidentState.of(own)
                                        .orElseThrow()
                                        .details()
                                        .place()
                                        .province()
                                        .value())));
    }

    private static boolean isVisible(@Nullable CaseFileState present, Caller caller) {
        var seal = Objects.requireNonNull(present).details().seal();
        return !VisibleCases.incidents(present, caller.scope()).isEmpty()
                && (seal == null || caller.has(Role.AUDITOR) || seal.officers().contains(caller.name()));
    }

    private record Shown(String id, CaseState status, List<IncidentId> incidents, Instant changedAt, long version) {}

    private static Shown shown(CaseFileState state, Caller caller) {
        var incidents = VisibleCases.incidents(state, caller.scope()).stream()
                .map(one -> one.incident())
                .toList();
        return new Shown(state.id().toString(), state.state(), incidents, changedAt(state), state.version());
    }

    private static Shown shown(CaseRow row) {
        return new Shown(row.id().toString(), row.status(), row.incidents(), row.changedAt(), row.version());
    }

    private static List<Shown> pages(Known known, String query, Caller caller) {
        var rows = new ArrayList<Shown>();
        var cursor = "";
        do {
            var page = CaseLists.page(known, query(query + "&limit=2" + cursor), caller, caller.scope())
                    .blockOptional()
                    .orElseThrow();
            page.items().forEach(row -> rows.add(shown(row)));
            cursor = page.next() == null ? "" : "&cursor=" + page.next();
        } while (!cursor.isEmpty());
        return rows;
    }

    private static CaseQuery query(String parameters) {
        var read = Parameters.of(MockServerWebExchange.from(MockServerHttpRequest.get("/?" + parameters)));
        var query = CaseQuery.of(read);
        read.check();
        return query;
    }

    private static Instant changedAt(CaseFileState state) {
        return state.statuses().getLast().at();
    }

    private static <T extends Comparable<T>> Comparator<CaseFileState> by(Function<CaseFileState, T> key) {
        return Comparator.comparing(key).thenComparing(state -> state.id().toString());
    }

    private static <T> T nth(List<T> values, int step) {
        return values.get(step % values.size());
    }
}
