package casebook.query.cases.view;

import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.unionWith;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.events.CaseAssigned;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseState;
import casebook.events.CasebookEvent;
import casebook.events.Category;
import casebook.events.Place;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.Plans;
import casebook.query.Sample;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.platform.Known;
import casebook.query.platform.Page;
import casebook.query.platform.Parameters;
import casebook.query.platform.SlowQuestions;
import casebook.query.projection.Reading;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;

/** How mongod answers each list of cases: never by going through the collection. */
class CasePlansTest {

    private static final int CASES = 2000;
    private static final int STATIONS = 30;
    private static final int PROVINCES = 6;

    private static final List<Caller> CALLERS = List.of(
            new Caller("1", "Lan", Set.of(Role.ANALYST), null, null),
            new Caller("2", "Ha", Set.of(Role.COMMAND), null, new ProvinceCode("VN-03")),
            new Caller("3", "Nam", Set.of(Role.STATION), new StationCode("VN-03-S8"), null));

    @SuppressWarnings("NullAway.Init")
    private static Plans plans;

    @BeforeAll
    static void fold() {
        var events = new ArrayList<CasebookEvent>();
        for (int number = 0; number < CASES; number++) {
            var id = Sample.caseFile();
            var province = new ProvinceCode("VN-0%d".formatted(1 + number % PROVINCES));
            var station = new StationCode(province + "-S" + number % STATIONS);
            var place = new Place(province, null, null, null, null);
            var details = Sample.details("2024-04-30T08:00:00+07:00", Category.OTHER, place, List.of());
            var filed = Sample.filed(Sample.incident(), station, province, number, details);
            events.add(filed);
            events.add(new CaseOpened(id, "Heroin on route " + number % 50, List.of(Sample.of(filed)), null));
            events.add(new CaseAssigned(id, "Officer " + number % 40));
            if (number % 3 == 0) {
                events.add(new CaseMoved(id, CaseState.UNDER_INVESTIGATION, null, null));
            }
        }
        plans = new Plans(new CasesProjection(), events);
    }

    @AfterAll
    static void close() {
        plans.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status=OPEN",
                "lead=Officer 7",
                "station=VN-03-S8",
                "province=VN-03",
                "status=OPEN&province=VN-03",
                "overdue=false"
            })
    void listsComeInEveryOrderFromAnIndex(String filter) {
        for (var caller : CALLERS) {
            for (var sort : List.of("openedAt", "-openedAt", "changedAt", "-changedAt")) {
                firstPagesOf(filter + "&sort=" + sort, caller);
                assertThat(plans.used())
                        .as("%s %s %s", filter, sort, caller)
                        .isNotEmpty()
                        .noneMatch(Plans.Plan::isBad);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=heroin", "q=route 7", "q=nobody"})
    void titlesAreFoundInTheUsualOrderFromAnIndex(String filter) {
        for (var caller : CALLERS) {
            firstPagesOf(filter, caller);
            assertThat(plans.used()).as("%s %s", filter, caller).isNotEmpty().noneMatch(Plans.Plan::isBad);
        }
    }

    /** There mongod may walk through the order and leave out, or find what the filter asks for and pick the page. */
    @ParameterizedTest
    @ValueSource(strings = {"overdue=true", "q=7&sort=changedAt"})
    void otherListsAreFoundByAnIndex(String filter) {
        for (var caller : CALLERS) {
            firstPagesOf(filter, caller);
            assertThat(plans.used()).as("%s %s", filter, caller).isNotEmpty().noneMatch(Plans.Plan::scansTheCollection);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "status=OPEN", "lead=Officer 7", "station=VN-03-S8", "province=VN-03", "q=route 7"})
    void listsAsOfAMomentAreFoundByAnIndex(String filter) {
        for (var caller : CALLERS) {
            for (long moment : List.of(2L, 3L * CASES)) {
                CaseLists.page(
                                new Known(plans, moment, null),
                                query(filter + "&limit=20&asOf=" + moment),
                                caller,
                                caller.scope())
                        .block();
                assertThat(plans.used())
                        .as("%s %s %s", filter, caller, moment)
                        .isNotEmpty()
                        .noneMatch(Plans.Plan::scansTheCollection);
            }
        }
    }

    @Test
    void scanOfACollectionThatAStageLooksIntoIsNoticed() {
        for (var within : List.of(
                lookup(CasesProjection.VERSIONS, "lead", "lead", "found"),
                unionWith(CasesProjection.VERSIONS, List.of(match(eq("lead", "Officer 7")))))) {
            Flux.from(plans.collection(CasesProjection.CASES).aggregate(List.of(match(eq("_id", anyCase())), within)))
                    .collectList()
                    .block();
            assertThat(plans.used()).as("%s", within).anyMatch(Plans.Plan::scansTheCollection);
        }
    }

    /** Each case of the country is looked at: where no incident happened there, none fills the page. */
    @Test
    void listThatTakesTooLongIsBrokenOff() {
        var hurried = new Known(hurried(), null, null);
        assertThatThrownBy(() -> CaseLists.page(
                                hurried,
                                query("province=ZZ"),
                                CALLERS.getFirst(),
                                CALLERS.getFirst().scope())
                        .block())
                .satisfies(thrown -> assertThat(new SlowQuestions().translate(thrown))
                        .hasValueSatisfying(problem -> {
                            assertThat(problem.slug()).isEqualTo("too-slow");
                            assertThat(problem.status().value()).isEqualTo(503);
                        }));
        assertThat(CaseLists.all(hurried, query("province=ZZ"), CALLERS.getFirst())
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(page("province=ZZ", CALLERS.getFirst()).items()).isEmpty();
    }

    private static String anyCase() {
        return page("limit=1", CALLERS.getFirst()).items().getFirst().id().toString();
    }

    /** Where a list may take no longer than is too short. */
    private static Reading hurried() {
        return new Reading() {
            @Override
            public long position() {
                return plans.position();
            }

            @Override
            public MongoCollection<Document> collection(String baseName) {
                return plans.collection(baseName);
            }

            @Override
            public Duration patience() {
                return Duration.ofMillis(1);
            }
        };
    }

    private static void firstPagesOf(String parameters, Caller caller) {
        var first = page(parameters + "&limit=20", caller);
        if (first.next() != null) {
            page(parameters + "&limit=20&cursor=" + first.next(), caller);
        }
    }

    private static Page<CaseRow> page(String parameters, Caller caller) {
        return CaseLists.page(new Known(plans, null, null), query(parameters), caller, caller.scope())
                .blockOptional()
                .orElseThrow();
    }

    private static CaseQuery query(String parameters) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/?" + parameters));
        var read = Parameters.of(exchange);
        var query = CaseQuery.of(read);
        read.check();
        return query;
    }
}
