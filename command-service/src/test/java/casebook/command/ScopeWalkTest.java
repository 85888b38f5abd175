package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Has every kind of caller write to everything by every endpoint. An endpoint that is new needs a row in the table.
 *
 * <p>A row says for each caller what may be written to: {@code o} what is of the caller's own station, {@code n} of its neighbour in the province, {@code f} of
 * another province, {@code s} what is of the own station too, but with a sealed case. It is answered with the first of the two statuses; 412 is that of a write on a
 * version that is not there, which changes nothing. A dash stands for what may not be written to: it is answered with the second status, like what was never there. A
 * number is the status whatever is written to. The body stands at the end.
 */
class ScopeWalkTest {

    private static final String TABLE = """
        #                                                                 own   other own     other   officer ANALYST AUDITOR ADMIN no   no
        #                                                        statuses station     command         of seal                       role token
        PUT    /stations/{station}                                200/404 403   403   403     403     403     403     403     onfs  403  401  {"name": "{station}", "province": "{province}", "country": "VN"}
        POST   /stations/{station}/reports                        201/404 o--s  -n--  on-s    --f-    on-s    403     403     403   403  401  {"id": "{new}", "date": "2021-05-06"}
        POST   /incidents                                         201/400 o--s  -n--  on-s    --f-    on-s    403     403     onfs  403  401  {"id": "{new}", "station": "{station}", "category": "OTHER", "occurredAt": "2021-05-06T07:08:00+07:00", "summary": "…"}
        POST   /incidents/batch                                   200/200 200   200   200     200     200     403     403     200   403  401  {}
        POST   /incidents/{incident}/amendments                   200/404 o--s  -n--  on-s    --f-    on-s    403     403     onfs  403  401  {"reason": "…", "changes": {"summary": "…"}}
        POST   /incidents/{incident}/seizures                     201/404 o--s  -n--  on-s    --f-    on-s    403     403     onfs  403  401  {"item": "OPIUM", "quantity": "1", "unit": "KG"}
        POST   /incidents/{incident}/subjects                     201/404 o--s  -n--  on-s    --f-    on-s    403     403     onfs  403  401  {"role": "WITNESS"}
        POST   /incidents/{incident}/vehicles                     201/404 o--s  -n--  on-s    --f-    on-s    403     403     onfs  403  401  {"type": "CAR"}
        POST   /incidents/{incident}/enterprises                  201/404 o--s  -n--  on-s    --f-    on-s    403     403     onfs  403  401  {"name": "…"}
        POST   /incidents/{incident}/return                       412/404 403   403   on-s    --f-    on-s    403     403     403   403  401  {"reason": "…"}
        POST   /incidents/{incident}/accept                       412/404 403   403   on-s    --f-    on-s    403     403     403   403  401  {}
        POST   /incidents/{incident}/void                         412/404 403   403   on-s    --f-    on-s    403     403     403   403  401  {"reason": "…"}
        POST   /incidents/{incident}/subjects/{subject}/outcomes  201/404 o--s  -n--  on-s    --f-    on-s    403     403     403   403  401  {"outcome": "RELEASED"}
        POST   /incidents/{incident}/subjects/{subject}/support   201/404 o--s  -n--  on-s    --f-    on-s    403     403     403   403  401  {"support": "SHELTER"}
        POST   /incidents/{incident}/subjects/{subject}/referrals 201/404 o--s  -n--  on-s    --f-    on-s    403     403     403   403  401  {"to": "…"}
        POST   /incidents/{incident}/seizures/{seizure}/lab       201/404 o--s  -n--  on-s    --f-    on-s    403     403     403   403  401  {}
        POST   /incidents/{incident}/seizures/{seizure}/lab/result 412/404 o--s -n--  on-s    --f-    on-s    403     403     403   403  401  {"item": "HEROIN"}
        POST   /incidents/{incident}/exhibits                     201/404 o--s  -n--  on-s    --f-    on-s    403     403     403   403  401  {"description": "…", "quantity": "1", "unit": "KG", "custodian": "…"}
        POST   /exhibits/{exhibit}/custody                        412/404 o--s  -n--  on-s    --f-    on-s    403     403     403   403  401  {"action": "WEIGH", "quantity": "1", "unit": "KG", "reason": "…"}
        PUT    /exhibits/{exhibit}/file                           412/404 o--s  -n--  on-s    --f-    on-s    403     403     403   403  401  bytes
        POST   /cases                                             201/400 o--s  -n--  on-s    --f-    on-s    403     403     403   403  401  {"title": "…", "incidents": ["{incident}"]}
        POST   /cases/{case}/incidents                            200/404|400 o---  -n--  on--    --f-    on-s    403     403     403   403  401  {"incident": "{free}"}
        DELETE /cases/{case}/incidents/{incident}                 412/404 o---  -n--  on--    --f-    on-s    403     403     403   403  401
        POST   /cases/{case}/assignment                           200/404 403   403   on--    --f-    on-s    403     403     403   403  401  {"officer": "…"}
        POST   /cases/{case}/notes                                201/404 o---  -n--  on--    --f-    on-s    403     403     403   403  401  {"text": "…"}
        POST   /cases/{case}/transitions                          412/404 o---  -n--  on--    --f-    on-s    403     403     403   403  401  {"to": "UNDER_INVESTIGATION"}
        POST   /cases/{case}/transitions                          412/404 403   403   on--    --f-    on-s    403     403     403   403  401  {"to": "CLOSED"}
        POST   /cases/{case}/referrals                            201/404 o---  -n--  on--    --f-    on-s    403     403     403   403  401  {"agency": "ARMY", "subject": "…"}
        POST   /cases/{case}/referrals/{referral}/outcome         200/404 o---  -n--  on--    --f-    on-s    403     403     403   403  401  {"outcome": "ACCEPTED"}
        POST   /cases/{case}/merge                                412/404 403   403   on--    --f-    on-s    403     403     403   403  401  {"into": "{new}", "reason": "…"}
        POST   /cases/{case}/unmerge                              412/404 403   403   on--    --f-    on-s    403     403     403   403  401  {"reason": "…"}
        POST   /cases/{case}/seal                                 412/404 403   403   on--    --f-    on-s    403     403     403   403  401  {"reason": "…", "officers": ["…"]}
        POST   /cases/{case}/hold                                 412/404 403   403   on--    --f-    on-s    403     403     403   403  401  {"reason": "…"}
        POST   /cases/{case}/release-hold                         412/404 403   403   on--    --f-    on-s    403     403     403   403  401  {"reason": "…"}
        DELETE /subjects/{subject}/personal-data                  404/404 403   403   403     403     403     403     403     404   403  401  {"reason": "…"}
        POST   /erasures                                          200/200 403   403   403     403     403     403     403     200   403  401  {"subjects": ["{subject}"], "reason": "…"}
        POST   /cases/{case}/unseal                               412/404 403   403   on--    --f-    on-s    403     403     403   403  401  {}
        """;

    /** In the order of the table's columns. */
    private static final List<Client> ASKERS = List.of(
            Client.TAN_THANH,
            Client.CHI_MA,
            Client.COMMAND_09,
            Client.COMMAND_22,
            Client.commander(ScopeTarget.OFFICER),
            Client.ANALYST,
            Client.AUDITOR,
            Client.ADMIN,
            new Client(RunningService.token(List.of("NOBODY"), null, null)),
            Client.NOBODY);

    private static final List<Row> ROWS =
            TABLE.lines().filter(line -> !line.startsWith("#")).map(Row::of).toList();

    /** Of these headers two answers may have one alone. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("date", "connection", "keep-alive");

    @BeforeAll
    static void createWhatIsWrittenTo() {
        for (var target : ScopeTarget.values()) {
            target.create();
        }
    }

    @Test
    void everyEndpointHasARow() {
        var rows = ROWS.stream().map(Row::endpoint).collect(Collectors.toCollection(TreeSet::new));
        assertThat(endpoints().getHandlerMethods().entrySet().stream()
                        .filter(endpoint -> endpoint.getValue()
                                .getBeanType()
                                .getPackageName()
                                .startsWith("casebook."))
                        .flatMap(endpoint -> names(endpoint.getKey())))
                .as("endpoints; each needs a row in the table of this test")
                .isSubsetOf(rows);
    }

    @TestFactory
    Stream<DynamicTest> everyRowIsWhatIsAnswered() {
        return ROWS.stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> walk(row)));
    }

    private static void walk(Row row) {
        for (int column = 0; column < ASKERS.size(); column++) {
            for (var target : ScopeTarget.values()) {
                assertAnswer(row, column, target);
            }
        }
    }

    private static void assertAnswer(Row row, int column, ScopeTarget target) {
        var cell = row.cells().get(column);
        var answer = row.send(ASKERS.get(column), target.in(row.path()), target.in(row.body()));
        assertThat(answer.status())
                .as("%s of %s for column %d: %s", row, target, column, answer.body())
                .isIn(row.statuses(cell, target));
        if (row.denies(cell, target)) {
            var never = row.sendToNothing(ASKERS.get(column), target);
            assertThat(withoutIds(answer)).isEqualTo(withoutIds(never));
            assertThat(headers(answer)).isEqualTo(headers(never));
        }
    }

    /** An answer repeats the address. */
    private static String withoutIds(Answer answer) {
        return answer.body().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|VN-\\d\\d-[A-Z-]+", "ID");
    }

    private static Set<String> headers(Answer answer) {
        var names = new TreeSet<>(answer.headers().map().keySet());
        names.removeAll(OF_THE_CONNECTION);
        return names;
    }

    private static RequestMappingHandlerMapping endpoints() {
        return RunningService.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    private static Stream<String> names(RequestMappingInfo endpoint) {
        return endpoint.getMethodsCondition().getMethods().stream()
                .flatMap(method ->
                        endpoint.getPatternsCondition().getPatterns().stream().map(pattern -> method + " " + pattern));
    }

    /**
     * A line of the table.
     *
     * @param granted the status for what may be written to
     * @param denied the statuses for what may not: another where the body names what may not be seen either
     */
    private record Row(String method, String path, int granted, List<Integer> denied, List<String> cells, String body) {

        private static final Pattern LINE =
                Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\d+)/([\\d|]+)((?:\\s+\\S+){10})\\s*(.*)");
        private static final int MISMATCH = 412;

        static Row of(String line) {
            var parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException("Not a row with a cell for each caller: " + line);
            }
            return new Row(
                    parts.group(1),
                    parts.group(2),
                    Integer.parseInt(parts.group(3)),
                    Stream.of(parts.group(4).split("\\|")).map(Integer::valueOf).toList(),
                    List.of(parts.group(5).strip().split("\\s+")),
                    parts.group(6));
        }

        List<Integer> statuses(String cell, ScopeTarget target) {
            if (Character.isDigit(cell.charAt(0))) {
                return List.of(Integer.parseInt(cell));
            }
            return denies(cell, target) ? denied : List.of(granted);
        }

        boolean denies(String cell, ScopeTarget target) {
            return !Character.isDigit(cell.charAt(0)) && cell.indexOf(target.letter()) < 0;
        }

        Answer send(Client client, String filledPath, String filledBody) {
            var headers = new ArrayList<>(List.of("Content-Type", contentType()));
            if (granted == MISMATCH) {
                headers.addAll(List.of("If-Match", "\"1000000\""));
            }
            var bytes = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(filledBody);
            return client.send(method, filledPath, bytes, headers.toArray(String[]::new));
        }

        /** The same, but to an id that was never given. */
        Answer sendToNothing(Client client, ScopeTarget target) {
            var nothing = ScopeTarget.never(path);
            return nothing.equals(path)
                    ? send(client, path, ScopeTarget.never(body))
                    : send(client, nothing, target.in(body));
        }

        private String contentType() {
            if (path.endsWith("/batch")) {
                return "application/x-ndjson";
            }
            return path.endsWith("/file") ? "application/octet-stream" : "application/json";
        }

        /** The endpoint that takes what the row sends. */
        String endpoint() {
            var full = PathContainer.parsePath("/api/v1" + ScopeTarget.OWN.in(path));
            return endpoints().getHandlerMethods().keySet().stream()
                    .filter(endpoint -> endpoint.getMethodsCondition().getMethods().stream()
                            .anyMatch(taken -> taken.name().equals(method)))
                    .flatMap(endpoint -> endpoint.getPatternsCondition().getPatterns().stream())
                    .filter(pattern -> pattern.matches(full))
                    .min(Comparator.<PathPattern>naturalOrder())
                    .map(pattern -> method + " " + pattern)
                    .orElseThrow(() -> new AssertionError("There is no endpoint for " + this));
        }

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }
}
