package casebook.query.incidents.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.Category;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentAmended;
import casebook.events.IncidentChanges;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.IncidentReturned;
import casebook.events.IncidentVoided;
import casebook.events.ProvinceCode;
import casebook.events.SeizureAdded;
import casebook.events.StationCode;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

class IncidentsTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);

    /** Each test has a station of its own. */
    private final String station =
            "VN-09-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    private int serial;

    @Test
    void filedIncidentIsReadWithItsMembersAndVersion() {
        var id = file("2024-04-30T08:00:00+07:00");
        read(ANALYST, "/api/v1/incidents/{id}", id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectHeader()
                .valueEquals("Casebook-Position", Long.toString(FEED.reader().position()))
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(id.toString())
                .jsonPath("$.number")
                .isEqualTo(station + "-2024-1")
                .jsonPath("$.station")
                .isEqualTo(station)
                .jsonPath("$.category")
                .isEqualTo("DRUG_TRAFFICKING")
                .jsonPath("$.occurredAt")
                .isEqualTo("2024-04-30T08:00:00+07:00")
                .jsonPath("$.place.province")
                .isEqualTo("VN-09")
                .jsonPath("$.seizures[0].quantity")
                .isEqualTo("33.918")
                .jsonPath("$.seizures[0].unit")
                .isEqualTo("KG")
                .jsonPath("$.vehicleCount")
                .isEqualTo(2)
                .jsonPath("$.agencies[0]")
                .isEqualTo("CUSTOMS")
                .jsonPath("$.status")
                .isEqualTo("FILED")
                .jsonPath("$.filedBy")
                .isEqualTo("Nguyen Van A")
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.cases")
                .isEmpty()
                .jsonPath("$.detectedAt")
                .doesNotExist()
                .jsonPath("$.labels.status")
                .isEqualTo("filed");
    }

    @Test
    void everyBadParameterIsNamedAtOnce() {
        var body = read(
                        ANALYST,
                        "/api/v1/incidents?station=vn&province=9&category=X&status=X&source=X&item=X&from=now&to=%2B99999-01-01T00:00:00Z"
                                + "&near=1,2&sort=size&limit=0&cursor=x&q=-&asOf=x&facets=x&unknown=1")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody();
        assertThat(names(body, "$.errors[*].parameter"))
                .containsExactlyInAnyOrder(
                        "station",
                        "province",
                        "category",
                        "status",
                        "source",
                        "item",
                        "from",
                        "to",
                        "near",
                        "sort",
                        "limit",
                        "cursor",
                        "q",
                        "asOf",
                        "facets");
    }

    @Test
    void parameterThatIsGivenTwiceIsNamedForOneValueWouldBePassedOver() {
        var body = read(
                        ANALYST,
                        "/api/v1/incidents?station=A&station=B&category=OTHER&category=OTHER&limit=1&limit=2&q=a")
                .expectStatus()
                .isBadRequest()
                .expectBody();
        assertThat(names(body, "$.errors[*].parameter")).containsExactlyInAnyOrder("station", "category", "limit");
        assertThat(names(body, "$.errors[*].message")).containsOnly("is given more than once");
    }

    @Test
    void pagesHoldEveryIncidentOnceWhileMoreAreFiled() {
        var filed = new ArrayList<String>();
        for (int day = 10; day < 17; day++) {
            filed.add(file("2024-04-" + day + "T08:00:00+07:00").toString());
            filed.add(file("2024-04-" + day + "T08:00:00+07:00").toString());
        }
        for (var sort : List.of("occurredAt", "-occurredAt", "filedAt", "-filedAt", "number", "-number")) {
            var seen = new ArrayList<String>();
            var meanwhile = new ArrayList<String>();
            String cursor = null;
            do {
                var uri = "/api/v1/incidents?limit=3&sort=" + sort + "&station=" + station
                        + (cursor == null ? "" : "&cursor=" + cursor);
                var body = read(ANALYST, uri).expectStatus().isOk().expectBody();
                seen.addAll(names(body, "$.items[*].id"));
                cursor = next(body);
                if (meanwhile.size() < 4) {
                    meanwhile.add(file("2024-04-13T08:00:00+07:00").toString());
                }
            } while (cursor != null);
            assertThat(seen).as(sort).doesNotHaveDuplicates().containsAll(filed);
            filed.addAll(meanwhile);
        }
    }

    @Test
    void numbersSortAsNumbers() {
        for (int i = 0; i < 11; i++) {
            file("2024-04-10T08:00:00+07:00");
        }
        var body = read(ANALYST, "/api/v1/incidents?sort=-number&limit=3&station=" + station)
                .expectBody();
        assertThat(names(body, "$.items[*].number"))
                .containsExactly(station + "-2024-11", station + "-2024-10", station + "-2024-9");
    }

    @Test
    void cursorOfAnotherOrderIsRefused() {
        file("2024-04-10T08:00:00+07:00");
        file("2024-04-10T08:00:00+07:00");
        var next = next(read(ANALYST, "/api/v1/incidents?limit=1&sort=number&station=" + station)
                .expectBody());
        var body = read(ANALYST, "/api/v1/incidents?limit=1&sort=filedAt&cursor=" + next)
                .expectStatus()
                .isBadRequest()
                .expectBody();
        assertThat(names(body, "$.errors[*].parameter")).containsExactly("cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "station, incidents?station",
        "limit, incidents?limit",
        "asOf, incidents?asOf",
        "from, incidents?from&format=csv",
        "format, cases?format",
        "plate, vehicles?plate",
        "code, statistics/verify?code",
        "groupBy, statistics/yearly?groupBy=station&groupBy",
        "between, statistics/yearly/changes?between&and=5",
        "index, audit/proof/inclusion?index&size=1"
    })
    void parameterWithoutAValueIsRefusedByItsName(String parameter, String uri) {
        file("2024-04-10T08:00:00+07:00");
        var faults = read(Tokens.of(Role.AUDITOR), "/api/v1/" + uri)
                .expectStatus()
                .isBadRequest()
                .expectBody();
        assertThat(names(faults, "$.errors[*].parameter")).containsExactly(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0x1p3,106.68,10", "21.97d,106.68,10", "21.97,1e2,10", "21.97,106.68,.5", "21.97,106.68,NaN"})
    void placeIsGivenInPlainDecimals(String near) {
        assertThat(names(
                        read(ANALYST, "/api/v1/incidents?near={near}", near)
                                .expectStatus()
                                .isBadRequest()
                                .expectBody(),
                        "$.errors[*].parameter"))
                .containsExactly("near");
        read(ANALYST, "/api/v1/incidents?near=-21.97, 106.68, 10")
                .expectStatus()
                .isOk();
    }

    @Test
    void timesCountToTheMillisecond() {
        var id = file("2024-04-10T08:00:00.0007+07:00");
        assertThat(listed("from=2024-04-10T01:00:00.0005Z")).contains(id.toString());
        assertThat(listed("to=2024-04-10T01:00:00.0005Z")).doesNotContain(id.toString());
        assertThat(listed("from=2024-04-10T01:00:00.001Z")).doesNotContain(id.toString());
        assertThat(listed("to=2024-04-10T01:00:00.001Z")).contains(id.toString());
    }

    private List<String> listed(String filter) {
        return names(
                read(ANALYST, "/api/v1/incidents?station=" + station + "&" + filter)
                        .expectBody(),
                "$.items[*].id");
    }

    @Test
    void filtersNarrowTheList() {
        var crossing = Sample.incident();
        var details = Sample.details("2024-03-01T00:00:00+07:00", Category.ILLEGAL_CROSSING);
        FEED.append(Sample.filed(crossing, new StationCode(station), Sample.PROVINCE, 1, details));
        var drugs = file("2024-03-02T00:00:00+07:00");
        FEED.append(new IncidentAccepted(drugs));
        assertListed("category=ILLEGAL_CROSSING", crossing);
        assertListed("status=ACCEPTED", drugs);
        assertListed("from=2024-03-02T00:00:00%2B07:00", drugs);
        assertListed("to=2024-03-02T00:00:00+07:00", crossing);
        assertListed("source=PATROL&item=HEROIN&province=VN-09&category=DRUG_TRAFFICKING", drugs);
        assertListed("item=OPIUM");
        assertListed("province=VN-10");
    }

    @Test
    void nearIsMeasuredOnTheSphereAndLeavesOutIncidentsWithoutAPoint() {
        file("2024-04-10T08:00:00+07:00");
        var near = fileAt("21.97", "106.68");
        assertListed("near=21.97,106.70,3", near);
        assertListed("near=21.97,106.70,2");
        assertListed("near=-21,-73,20015", near);
    }

    @Test
    void callersSeeWhatTheirScopeCovers() {
        var id = file("2024-04-10T08:00:00+07:00");
        for (var token : List.of(
                Tokens.station(station),
                Tokens.command("VN-09"),
                ANALYST,
                Tokens.of(Role.AUDITOR),
                Tokens.of(Role.ADMIN))) {
            read(token, "/api/v1/incidents/{id}", id).expectStatus().isOk();
            read(token, "/api/v1/incidents?station=" + station)
                    .expectBody()
                    .jsonPath("$.items.length()")
                    .isEqualTo(1);
        }
        for (var token : List.of(Tokens.station("VN-09-OTHER"), Tokens.command("VN-10"), Tokens.of(Role.STATION))) {
            read(token, "/api/v1/incidents?station=" + station)
                    .expectBody()
                    .jsonPath("$.items.length()")
                    .isEqualTo(0);
        }
    }

    @Test
    void incidentOutOfScopeCannotBeToldFromOneNeverFiled() {
        var id = file("2024-04-10T08:00:00+07:00");
        var other = Tokens.station("VN-09-OTHER");
        for (var path :
                List.of("/api/v1/incidents/{id}", "/api/v1/incidents/{id}/history", "/api/v1/incidents/{id}?asOf=1")) {
            var hidden = read(other, path, id)
                    .expectStatus()
                    .isNotFound()
                    .expectBody(String.class)
                    .returnResult();
            var absent = read(other, path, UUID.randomUUID())
                    .expectStatus()
                    .isNotFound()
                    .expectBody(String.class)
                    .returnResult();
            assertThat(hidden.getResponseHeaders().headerNames())
                    .isEqualTo(absent.getResponseHeaders().headerNames());
            assertThat(withoutIds(hidden.getResponseBody())).isEqualTo(withoutIds(absent.getResponseBody()));
        }
        read(other, "/api/v1/incidents/not-an-id").expectStatus().isNotFound();
    }

    @Test
    void callerWithoutARoleIsForbiddenAndWithoutATokenUnknown() {
        read(Tokens.withoutRole(), "/api/v1/incidents").expectStatus().isForbidden();
        anonymous().get().uri("/api/v1/incidents").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void allowedActionsFollowTheStateAndTheCaller() {
        var id = file("2024-04-10T08:00:00+07:00");
        var own = Tokens.station(station);
        var command = Tokens.command("VN-09");
        assertThat(actions(own, id)).containsExactly("amend");
        assertThat(actions(command, id)).containsExactly("amend", "return", "accept", "void");
        assertThat(actions(Tokens.of(Role.ADMIN), id)).containsExactly("amend");
        assertThat(actions(ANALYST, id)).isEmpty();
        FEED.append(new IncidentReturned(id, "Which marker?"));
        assertThat(actions(command, id)).containsExactly("amend", "void");
        FEED.append(new IncidentVoided(id, "Filed twice", null));
        assertThat(actions(command, id)).isEmpty();
        assertThat(actions(own, id)).isEmpty();
    }

    @Test
    void historyTellsWhatHappenedInTheReadersLanguage() {
        var id = file("2024-04-10T08:00:00+07:00");
        FEED.as("Le Van C").append(new IncidentReturned(id, "Which marker?"));
        FEED.as("Nguyen Van A").append(amendedSummary(id, "At marker 1090"));
        read(ANALYST, "/api/v1/incidents/{id}/history", id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(3)
                .jsonPath("$[0].type")
                .isEqualTo("IncidentFiled")
                .jsonPath("$[0].text")
                .isEqualTo("Station " + station + " filed report " + station + "-2024-1.")
                .jsonPath("$[1].by")
                .isEqualTo("Le Van C")
                .jsonPath("$[1].text")
                .isEqualTo("The report was returned for correction: Which marker?")
                .jsonPath("$[1].changes[?(@.field=='status')].to")
                .isEqualTo("RETURNED")
                .jsonPath("$[2].position")
                .isEqualTo((int) FEED.reader().position())
                .jsonPath("$[2].changes[?(@.field=='summary')].from")
                .isEqualTo("Two bags in the reeds")
                .jsonPath("$[2].changes[?(@.field=='summary')].to")
                .isEqualTo("At marker 1090")
                .jsonPath("$[2].changes[?(@.field=='status')].to")
                .isEqualTo("FILED")
                .jsonPath("$[2].changes.length()")
                .isEqualTo(3);
        as(ANALYST)
                .get()
                .uri("/api/v1/incidents/{id}/history", id)
                .header("Accept-Language", "vi")
                .exchange()
                .expectBody()
                .jsonPath("$[1].text")
                .isEqualTo("Báo cáo bị trả lại để sửa: Which marker?");
    }

    @Test
    void incidentIsReadAsTheLedgerKnewItThen() {
        FEED.pause();
        var id = file("2024-04-10T08:00:00+07:00");
        var before = FEED.reader().position();
        var between = FEED.pause();
        FEED.append(amendedSummary(id, "At marker 1090"));
        FEED.append(new SeizureAdded(id, Sample.heroin("0.5")));
        read(ANALYST, "/api/v1/incidents/{id}", id)
                .expectBody()
                .jsonPath("$.summary")
                .isEqualTo("At marker 1090")
                .jsonPath("$.seizures.length()")
                .isEqualTo(2);
        for (var moment : List.of(Long.toString(before), between.toString())) {
            read(ANALYST, "/api/v1/incidents/{id}?asOf=" + moment, id)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("ETag", "\"1\"")
                    .expectBody()
                    .jsonPath("$.summary")
                    .isEqualTo("Two bags in the reeds")
                    .jsonPath("$.seizures.length()")
                    .isEqualTo(1)
                    .jsonPath("$.allowedActions")
                    .doesNotExist();
        }
        read(ANALYST, "/api/v1/incidents/{id}?asOf=" + (before - 1), id)
                .expectStatus()
                .isNotFound();
        read(ANALYST, "/api/v1/incidents/{id}?asOf=yesterday", id)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void casesOfAnIncidentAreNamed() {
        var id = Sample.incident();
        var filed = Sample.filed(id, 1);
        var caseFile = Sample.caseFile();
        FEED.append(filed);
        FEED.append(Sample.opened(caseFile, filed));
        read(ANALYST, "/api/v1/incidents/{id}", id)
                .expectBody()
                .jsonPath("$.cases[0]")
                .isEqualTo(caseFile.toString());
    }

    @Test
    void reportThatItIsADuplicateOfIsToldOnlyToWhoMaySeeIt() {
        var id = file("2024-04-10T08:00:00+07:00");
        var original = append(Sample.filed(Sample.incident(), 1));
        var filed = FEED.reader().position();
        FEED.append(new IncidentVoided(id, "Filed twice", original.incident()));
        var paths = List.of("/{id}", "/{id}?asOf=" + (filed + 1), "/{id}/history");
        for (var path : paths) {
            assertThat(text(Tokens.command("VN-09"), path, id))
                    .contains(original.incident().toString());
            assertThat(text(Tokens.station(station), path, id))
                    .contains("Filed twice")
                    .doesNotContain(original.incident().toString())
                    .doesNotContain(original.number());
        }
        assertThat(text(Tokens.command("VN-09"), "/{id}/history", id)).contains("duplicate of " + original.number());
    }

    private String text(String token, String path, IncidentId id) {
        var body = read(token, "/api/v1/incidents" + path, id)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(body);
    }

    @Test
    void minimumPositionIsChecked() {
        for (var bad : List.of("-1", "x", "9223372036854775808")) {
            as(ANALYST)
                    .get()
                    .uri("/api/v1/incidents")
                    .header("Casebook-Min-Position", bad)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        as(ANALYST)
                .get()
                .uri("/api/v1/incidents")
                .header("Casebook-Min-Position", "9223372036854775807")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://casebook.example/problems/projection-behind");
    }

    private static @Nullable String next(WebTestClient.BodyContentSpec page) {
        return names(page, "$..next").stream().findFirst().orElse(null);
    }

    private List<String> actions(String token, IncidentId id) {
        return names(read(token, "/api/v1/incidents/{id}", id).expectBody(), "$.allowedActions[*]");
    }

    private void assertListed(String filter, IncidentId... expected) {
        var body = read(ANALYST, "/api/v1/incidents?station=" + station + "&" + filter.replace("%2B", "+"))
                .expectStatus()
                .isOk()
                .expectBody();
        assertThat(names(body, "$.items[*].id"))
                .as(filter)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(expected).stream().map(IncidentId::toString).toList());
    }

    private IncidentId file(String occurredAt) {
        return append(Sample.filed(
                        Sample.incident(),
                        new StationCode(station),
                        new ProvinceCode("VN-09"),
                        ++serial,
                        Sample.details(occurredAt, Category.DRUG_TRAFFICKING)))
                .incident();
    }

    private IncidentId fileAt(String lat, String lon) {
        return append(Sample.filed(
                        Sample.incident(),
                        new StationCode(station),
                        new ProvinceCode("VN-09"),
                        ++serial,
                        Sample.detailsAt(lat, lon)))
                .incident();
    }

    private IncidentFiled append(IncidentFiled filed) {
        FEED.append(filed);
        return filed;
    }

    private static IncidentAmended amendedSummary(IncidentId id, String summary) {
        return new IncidentAmended(
                id,
                "The marker was missing",
                new IncidentChanges(
                        null, null, null, null, null, null, null, summary, null, null, null, null, null, null, null,
                        List.of()));
    }

    private static String withoutIds(String body) {
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
    }
}
