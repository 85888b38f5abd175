package casebook.query.scope;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.query.ServiceTest;
import casebook.query.audit.Signing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Asks every endpoint for everything as every kind of caller. An endpoint that is new needs a row in the table.
 *
 * <p>A row says for each caller what the answer shows: {@code o} what is of the caller's own station, {@code n} of its neighbour in the province, {@code f} of
 * another province, {@code s} what is of the own station too, but with a sealed case. A dash stands for what is not shown: where an id is asked for, it is answered
 * like an id that was never given. A number is the status whatever is asked for.
 */
class ScopeWalkTest extends ServiceTest {

    private static final String TABLE = """
        #                                                      own   other own     other   officer ANALYST AUDITOR ADMIN no   no
        #                                                      station     command         of seal                       role token
        GET /api/v1/incidents?province=WK                      o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/incidents?province=WK&asOf={now}           o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/incidents?province=WK&asOf={unsealed}      o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/incidents?province=WK&asOf={unsealed}&format=csv o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/incidents/{incident}                       o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/incidents/{incident}?asOf={now}            o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/incidents/{incident}/history               o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/vehicles?plate={plate}                     o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/cases?province=WK                          o---  -n--  on--    --f-    on-s    onf-    onfs    onf-  403  401
        GET /api/v1/cases?province=WK&asOf={now}               o---  -n--  on--    --f-    on-s    onf-    onfs    onf-  403  401
        GET /api/v1/cases?province=WK&asOf={unsealed}          o---  -n--  on--    --f-    on-s    onf-    onfs    onf-  403  401
        GET /api/v1/cases?province=WK&asOf={unsealed}&format=csv o---  -n--  on--    --f-    on-s    onf-    onfs    onf-  403  401
        GET /api/v1/cases/{case}                               o---  -n--  on--    --f-    on-s    onf-    onfs    onf-  403  401
        GET /api/v1/cases/{case}?asOf={now}                    o---  -n--  on--    --f-    on-s    onf-    onfs    onf-  403  401
        GET /api/v1/cases/{case}?asOf={unsealed}               o---  -n--  on--    --f-    on-s    onf-    onfs    onf-  403  401
        GET /api/v1/cases/{case}/history                       o---  -n--  on--    --f-    on-s    onf-    onfs    onf-  403  401
        GET /api/v1/cases/overdue                              o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/cases/overdue?format=csv                   o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/exhibits/{exhibit}                         o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/exhibits/{exhibit}/file                    o--s  -n--  on-s    --f-    on-s    403     onfs    403   403  401
        GET /api/v1/stations                                   o---  -n--  on--    --f-    on--    onf-    onf-    onf-  403  401
        GET /api/v1/stations?format=csv                        o---  -n--  on--    --f-    on--    onf-    onf-    onf-  403  401
        GET /api/v1/stations/{station}                         o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/statistics/yearly?{by-station}             o---  -n--  on--    --f-    on--    onf-    onf-    onf-  403  401
        GET /api/v1/statistics/yearly?{by-station}&format=csv  o---  -n--  on--    --f-    on--    onf-    onf-    onf-  403  401
        GET /api/v1/statistics/yearly?{by-station}&asKnownAt={now} o---  -n--  on--    --f-    on--    onf-    onf-    onf-  403  401
        GET /api/v1/statistics/seizures?province=WK            200   200   200     200     200     200     200     200   403  401
        GET /api/v1/statistics/trafficking?province=WK         200   200   200     200     200     200     200     200   403  401
        GET /api/v1/statistics/timeliness?province=WK          200   200   200     200     200     200     200     200   403  401
        GET /api/v1/statistics/clearance?province=WK           200   200   200     200     200     200     200     200   403  401
        GET /api/v1/statistics/yearly/changes?{by-station}&{since} o---  -n--  on--    --f-    on--    onf-    onf-    onf-  403  401
        GET /api/v1/statistics/verify?code=none                404   404   404     404     404     404     404     404   403  401
        GET /api/v1/incidents?province=WK&format=csv           o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /api/v1/cases?province=WK&format=csv               o---  -n--  on--    --f-    on-s    onf-    onfs    onf-  403  401
        GET /api/v1/audit/events?after={before}                403   403   403     403     403     403     onfs    403   403  401
        GET /api/v1/audit/timeline/{incident}                  403   403   403     403     403     403     onfs    403   403  401
        GET /api/v1/audit/timeline/{case}                      403   403   403     403     403     403     onfs    403   403  401
        GET /api/v1/audit/bundle?case={case}                   403   403   403     403     403     403     onfs    403   403  401
        GET /api/v1/audit/bundle?incident={incident}           403   403   403     403     403     403     onfs    403   403  401
        GET /api/v1/audit/checkpoint                           403   403   403     403     403     403     200     403   403  401
        GET /api/v1/audit/key                                  403   403   403     403     403     403     200     403   403  401
        GET /api/v1/audit/proof/inclusion?index=0&size=1       403   403   403     403     403     403     200     403   403  401
        GET /api/v1/audit/proof/consistency?from=1&to=1        403   403   403     403     403     403     200     403   403  401
        POST /api/v1/audit/verify                              403   403   403     403     403     403     200     403   403  401
        GET /api/v1/audit/access                               403   403   403     403     403     403     onfs    403   403  401
        GET /api/v1/audit/access/checkpoint                    403   403   403     403     403     403     200     403   403  401
        GET /api/v1/audit/access/key                           403   403   403     403     403     403     200     403   403  401
        POST /api/v1/audit/verify/access                       403   403   403     403     403     403     200     403   403  401
        GET /api/v1/retention/proposals                        403   403   403     403     403     403     403     200   403  401
        GET /api/v1/stream?after={before}&until={now}           o--s  -n--  on-s    --f-    on-s    onfs    onfs    onfs  403  401
        GET /checkpoint                                        200   200   200     200     200     200     200     200   200  200
        GET /tile/0/999                                        404   404   404     404     404     404     404     404   404  404
        GET /tile/entries/999                                  403   403   403     403     403     403     404     403   403  401
        GET /api/v1/projections                                403   403   403     403     403     403     403     200   403  401
        GET /api/v1/projections/none/rebuild                   403   403   403     403     403     403     403     404   403  401
        POST /api/v1/projections/none/rebuild                  403   403   403     403     403     403     403     404   403  401
        POST /api/v1/projections/none/dead-letters             403   403   403     403     403     403     403     404   403  401
        """;

    private static final List<Row> ROWS = Row.parse(TABLE);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Of these headers two answers may have one alone. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("date", "connection", "keep-alive");

    private static long before;
    private static long unsealed;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping endpoints;

    @BeforeAll
    static void createTheWorld() throws IOException {
        before = Math.max(0, FEED.reader().position() - 1);
        unsealed = World.create(FEED);
        Signing.sign(FEED);
    }

    @Test
    void everyEndpointHasARow() {
        var rows = ROWS.stream().map(this::endpoint).collect(Collectors.toCollection(TreeSet::new));
        assertThat(endpoints.getHandlerMethods().entrySet().stream()
                        .filter(endpoint -> isOurs(endpoint.getValue().getBeanType()))
                        .flatMap(endpoint -> names(endpoint.getKey())))
                .as("endpoints; each needs a row in the table of this test")
                .isSubsetOf(rows);
    }

    @TestFactory
    Stream<DynamicTest> everyRowIsWhatIsAnswered() {
        return ROWS.stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> walk(row)));
    }

    private void walk(Row row) {
        for (var asker : Asker.values()) {
            if (row.names()) {
                for (var target : Target.values()) {
                    assertAnswer(row, asker, target);
                }
            } else {
                var answer = ask(row, asker, row.uri());
                assertStatus(row, asker, answer);
                assertThat(shown(answer)).as("%s for %s shows", row, asker).isEqualTo(expected(row, asker));
                assertNothingHidden(row, asker, answer);
            }
        }
    }

    private void assertAnswer(Row row, Asker asker, Target target) {
        var answer = ask(row, asker, target.in(row.uri()));
        if (row.hasStatus(asker) || row.shows(asker, target)) {
            assertStatus(row, asker, answer);
            assertNothingHidden(row, asker, answer);
        } else {
            var never = ask(row, asker, Target.never(row.uri()));
            assertThat(answer.statusCode())
                    .as("%s of %s for %s", row, target, asker)
                    .isEqualTo(404);
            assertThat(never.statusCode())
                    .as("%s of nothing for %s", row, asker)
                    .isEqualTo(404);
            assertThat(headers(answer)).isEqualTo(headers(never));
            assertThat(withoutIds(answer))
                    .as("%s of %s for %s", row, target, asker)
                    .isEqualTo(withoutIds(never));
        }
    }

    private static void assertStatus(Row row, Asker asker, HttpResponse<String> answer) {
        assertThat(Integer.toString(answer.statusCode()))
                .as("%s for %s: %s", row, asker, answer.body())
                .isEqualTo(row.hasStatus(asker) ? row.cell(asker) : "200");
    }

    /** Of the rows of single incidents and cases, which say what a caller may see, follows what no answer may contain. */
    private static void assertNothingHidden(Row row, Asker asker, HttpResponse<String> answer) {
        if (row.hasStatus(asker) && !row.is(asker, "200")) {
            return;
        }
        for (var target : Target.values()) {
            if (!sees("/api/v1/incidents/{incident}", asker, target)) {
                assertThat(answer.body()).as("%s for %s", row, asker).doesNotContain(target.marks());
            }
            if (!sees("/api/v1/cases/{case}", asker, target)) {
                assertThat(answer.body())
                        .as("%s for %s", row, asker)
                        .doesNotContain(target.caseFile().toString());
            }
        }
    }

    private static boolean sees(String uri, Asker asker, Target target) {
        return ROWS.stream().filter(row -> row.uri().equals(uri)).anyMatch(row -> row.shows(asker, target));
    }

    private static Set<Target> shown(HttpResponse<String> answer) {
        return Arrays.stream(Target.values())
                .filter(target -> target.marks().stream().anyMatch(answer.body()::contains))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Target.class)));
    }

    private static Set<Target> expected(Row row, Asker asker) {
        return Arrays.stream(Target.values())
                .filter(target -> row.shows(asker, target))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Target.class)));
    }

    private HttpResponse<String> ask(Row row, Asker asker, String uri) {
        var filled = uri.replace("{plate}", World.PLATE)
                .replace("{by-station}", "province=WK&groupBy=station")
                .replace("{since}", "between={before}&and={now}")
                .replace("{before}", Long.toString(before))
                .replace("{unsealed}", Long.toString(unsealed))
                .replace("{now}", Long.toString(FEED.reader().position()));
        var request = HttpRequest.newBuilder(address(filled))
                .method(row.method().name(), BodyPublishers.noBody())
                .header("Casebook-Min-Position", Long.toString(FEED.reader().position()));
        asker.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        try {
            // Every byte is a character: not all answers are texts.
            return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An answer repeats the address. */
    private static String withoutIds(HttpResponse<String> answer) {
        return answer.body().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|WK-\\d-[A-Z]+", "ID");
    }

    private static Set<String> headers(HttpResponse<String> answer) {
        var names = new TreeSet<>(answer.headers().map().keySet());
        names.removeAll(OF_THE_CONNECTION);
        return names;
    }

    /** The endpoint that takes what a row asks for. */
    private String endpoint(Row row) {
        return endpoints.getHandlerMethods().keySet().stream()
                .filter(endpoint -> endpoint.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.asHttpMethod().equals(row.method())))
                .flatMap(endpoint -> endpoint.getPatternsCondition().getPatterns().stream())
                .filter(pattern -> pattern.matches(row.path()))
                .min(Comparator.<PathPattern>naturalOrder())
                .map(pattern -> row.method() + " " + pattern)
                .orElseThrow(() -> new AssertionError("There is no endpoint for " + row));
    }

    private static Stream<String> names(RequestMappingInfo endpoint) {
        return endpoint.getMethodsCondition().getMethods().stream()
                .flatMap(method ->
                        endpoint.getPatternsCondition().getPatterns().stream().map(pattern -> method + " " + pattern));
    }

    private static boolean isOurs(Class<?> type) {
        return type.getPackageName().startsWith("casebook.");
    }
}
