package casebook.query.incidents.view;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CasebookEvent;
import casebook.events.Category;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentDetails;
import casebook.events.IncidentFiled;
import casebook.events.Item;
import casebook.events.Place;
import casebook.events.Point;
import casebook.events.ProvinceCode;
import casebook.events.Quantity;
import casebook.events.Seizure;
import casebook.events.SeizureId;
import casebook.events.Source;
import casebook.events.StationCode;
import casebook.events.Unit;
import casebook.http.Scope;
import casebook.query.Plans;
import casebook.query.Sample;
import casebook.query.incidents.projection.IncidentsProjection;
import casebook.query.platform.Known;
import casebook.query.platform.Parameters;
import casebook.query.platform.Wording;
import casebook.query.projection.Superseded;
import com.mongodb.client.model.Filters;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;

/** How mongod answers each list of incidents: never by going through the collection. */
class IncidentPlansTest {

    private static final int INCIDENTS = 3000;
    private static final int EVENTS = INCIDENTS + INCIDENTS / 3;
    private static final int STATIONS = 30;
    private static final int PROVINCES = 6;

    private static final List<Scope> SCOPES = List.of(
            new Scope.All(),
            new Scope.OfProvince(new ProvinceCode("VN-03")),
            new Scope.OfStation(new StationCode("VN-03-S8")));

    private static final List<String> OTHER_SORTS = List.of("filedAt", "-filedAt", "number", "-number");

    @SuppressWarnings("NullAway.Init")
    private static Plans plans;

    @BeforeAll
    static void fold() {
        var events = new ArrayList<CasebookEvent>();
        for (int number = 0; number < INCIDENTS; number++) {
            var filed = filed(number);
            events.add(filed);
            if (number % 3 == 0) {
                events.add(new IncidentAccepted(filed.incident()));
            }
        }
        plans = new Plans(new IncidentsProjection(Wording.labels()), events);
    }

    @AfterAll
    static void close() {
        plans.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "station=VN-03-S8",
                "province=VN-03",
                "category=DRUG_TRAFFICKING",
                "status=ACCEPTED",
                "source=PATROL",
                "item=HEROIN",
                "from=2020-03-01T00:00:00Z&to=2022-01-01T00:00:00Z",
                "category=ILLEGAL_CROSSING&status=FILED&source=TIP_OFF&from=2021-01-01T00:00:00Z",
                "station=VN-03-S8&category=DRUG_TRAFFICKING&item=OPIUM",
                "q=reeds",
                "q=nobody",
                "q=bags in the reeds heroin",
                "q=two&category=DRUG_TRAFFICKING"
            })
    void listsComeInTheUsualOrderFromAnIndex(String filter) {
        for (var scope : SCOPES) {
            for (var sort : List.of("occurredAt", "-occurredAt")) {
                firstPagesOf(filter + "&sort=" + sort, scope);
                assertThat(plans.used())
                        .as("%s %s %s", filter, sort, scope)
                        .isNotEmpty()
                        .noneMatch(Plans.Plan::isBad);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "station=VN-03-S8"})
    void listsOfAStationAndOfAScopeComeInEveryOrderFromAnIndex(String filter) {
        for (var scope : SCOPES) {
            for (var sort : OTHER_SORTS) {
                firstPagesOf(filter + "&sort=" + sort, scope);
                assertThat(plans.used())
                        .as("%s %s %s", filter, sort, scope)
                        .isNotEmpty()
                        .noneMatch(Plans.Plan::isBad);
            }
        }
    }

    /** There mongod may walk through the order and leave out, or find what the filter asks for and pick the page. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "province=VN-03",
                "category=DRUG_TRAFFICKING",
                "status=ACCEPTED",
                "source=PATROL",
                "item=HEROIN",
                "from=2020-03-01T00:00:00Z",
                "q=bag1234",
                "near=21.97,106.70,3",
                "near=21.97,106.70,3&q=reeds"
            })
    void otherListsAreFoundByAnIndex(String filter) {
        for (var scope : SCOPES) {
            for (var sort : List.of("-occurredAt", "filedAt", "-number")) {
                firstPagesOf(filter + "&sort=" + sort, scope);
                assertThat(plans.used())
                        .as("%s %s %s", filter, sort, scope)
                        .isNotEmpty()
                        .noneMatch(Plans.Plan::scansTheCollection);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "category=DRUG_TRAFFICKING", "province=VN-03", "q=reeds"})
    void everyPageIsEnteredWhereItBegins(String filter) {
        for (var sort : List.of("occurredAt", "-occurredAt")) {
            var parameters = filter + "&limit=50&sort=" + sort;
            var cursor = "";
            do {
                var next = page(parameters + cursor, new Scope.All()).next();
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            assertThat(plans.used()).hasSizeGreaterThan(5).allMatch(plan -> plan.keys() < 120);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "category=DRUG_TRAFFICKING",
                "status=ACCEPTED&source=PATROL",
                "from=2020-03-01T00:00:00Z",
                "station=VN-03-S8",
                "province=VN-03",
                "item=HEROIN",
                "q=reeds",
                "near=21.97,106.70,3"
            })
    void countsAreTakenFromAnIndex(String filter) {
        for (var scope : SCOPES) {
            page(filter + "&facets=true", scope);
            assertThat(plans.used()).as("%s %s", filter, scope).isNotEmpty().noneMatch(Plans.Plan::scansTheCollection);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "station=VN-03-S8",
                "category=DRUG_TRAFFICKING",
                "status=FILED",
                "item=HEROIN",
                "q=reeds",
                "q=nobody",
                "near=21.97,106.70,3",
                "sort=-number&status=FILED",
                "sort=filedAt&province=VN-03",
                "facets=true",
                "facets=true&q=reeds"
            })
    void listsAsOfAMomentAreFoundByAnIndex(String filter) {
        for (var scope : SCOPES) {
            for (long moment : List.of(1L, EVENTS / 2L, EVENTS - 1L)) {
                var first = page(filter + "&limit=20&asOf=" + moment, scope, moment);
                if (first.next() != null) {
                    page(filter + "&limit=20&asOf=" + moment + "&cursor=" + first.next(), scope, moment);
                }
                assertThat(plans.used())
                        .as("%s %s %s", filter, scope, moment)
                        .isNotEmpty()
                        .noneMatch(Plans.Plan::scansTheCollection);
            }
        }
    }

    /** Half of what occurred until then was filed later; of what occurred later nothing is looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"", "q=reeds"})
    void listsAsOfAMomentAreEnteredWhereThatWas(String filter) {
        var number = INCIDENTS / 6;
        var latest = details(number, new ProvinceCode("VN-03")).occurredAt().toInstant();
        var known = new Known(plans, number * 4L / 3, latest);

        var page = IncidentLists.page(known, query(filter + "&limit=20&asOf=667"), SCOPES.getFirst(), new KeptFacets())
                .blockOptional()
                .orElseThrow();

        assertThat(page.items()).hasSize(20);
        assertThat(plans.used()).isNotEmpty().allMatch(plan -> plan.keys() < 200);
    }

    @Test
    void countsAsOfAMomentAreTakenFromAnIndex() {
        page("facets=true&limit=1&asOf=" + (EVENTS - 1), new Scope.All(), EVENTS - 1L);
        assertThat(plans.used()).isNotEmpty().allMatch(plan -> plan.documents() < 10);
    }

    @Test
    void ofFormerStatesNoMoreThanTheIndexEntriesOfAboutTwiceThoseThatHeldAreLookedAt() {
        for (long moment : List.of(0L, 1L, 2L, EVENTS / 2L, EVENTS - 1L, EVENTS + 0L, Long.MAX_VALUE)) {
            Flux.from(plans.collection(IncidentsProjection.VERSIONS)
                            .aggregate(Superseded.heldAt(moment, Filters.empty())))
                    .collectList()
                    .block();
            assertThat(plans.used())
                    .as("%d", moment)
                    .isNotEmpty()
                    .noneMatch(Plans.Plan::scansTheCollection)
                    .allMatch(plan -> plan.documents() <= 1 && plan.keys() < 200);
        }
    }

    private static void firstPagesOf(String parameters, Scope scope) {
        var first = page(parameters + "&limit=20", scope);
        if (first.next() != null) {
            page(parameters + "&limit=20&cursor=" + first.next(), scope);
        }
    }

    private static IncidentPage page(String parameters, Scope scope) {
        return page(parameters, scope, null);
    }

    private static IncidentPage page(String parameters, Scope scope, @Nullable Long then) {
        return IncidentLists.page(new Known(plans, then, null), query(parameters), scope, new KeptFacets())
                .blockOptional()
                .orElseThrow();
    }

    private static IncidentQuery query(String parameters) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/?" + parameters));
        var read = Parameters.of(exchange);
        var query = IncidentQuery.of(read);
        read.check();
        return query;
    }

    private static IncidentFiled filed(int number) {
        var province = new ProvinceCode("VN-0%d".formatted(1 + number % PROVINCES));
        var station = new StationCode(province + "-S" + number % STATIONS);
        return Sample.filed(Sample.incident(), station, province, number, details(number, province));
    }

    private static IncidentDetails details(int number, ProvinceCode province) {
        var point = new Point(new BigDecimal("21.97").add(BigDecimal.valueOf(number, 4)), new BigDecimal("106.70"));
        return new IncidentDetails(
                Category.values()[number % 7],
                OffsetDateTime.parse("2020-01-01T00:00:00+07:00").plusHours(number * 7L % (INCIDENTS * 5)),
                null,
                new Place(province, "Van Lang", null, null, point),
                Source.values()[number % 5],
                null,
                List.of(),
                "Two bags in the reeds, bag" + number,
                List.of(),
                List.of(new Seizure(
                        new SeizureId(UUID.randomUUID()),
                        Item.values()[number % 4],
                        Quantity.of("1"),
                        Unit.KG,
                        null,
                        null)),
                List.of(),
                List.of(),
                Map.of(),
                0,
                0);
    }
}
