package casebook.query.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseOpened;
import casebook.events.CaseSealed;
import casebook.events.CaseUnsealed;
import casebook.events.Category;
import casebook.events.IncidentAmended;
import casebook.events.IncidentChanges;
import casebook.events.IncidentFiled;
import casebook.events.IncidentVoided;
import casebook.events.ProvinceCode;
import casebook.events.Seizure;
import casebook.events.SeizureAdded;
import casebook.events.StationCode;
import casebook.events.SubjectAdded;
import casebook.events.SubjectRole;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.statistics.Reports;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class YearlyTableHttpTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static int provinces;

    private final ProvinceCode province = new ProvinceCode("ST-" + ++provinces);
    private final StationCode station = new StationCode(province + "-A");
    private final StationCode sister = new StationCode(province + "-B");

    @Test
    void groupsAddUpToTheTable() {
        file(station, "2020-03-14", Category.DRUG_TRAFFICKING);
        file(sister, "2020-04-14", Category.DRUG_TRAFFICKING);
        file(sister, "2021-04-14", Category.OTHER);
        var table = table("/api/v1/statistics/yearly?groupBy=station,category&groupBy=month&province=" + province);
        assertThat(table.get("years").valueStream().map(row -> row.get("year") + " " + row.get("group")))
                .containsExactly(
                        "2020 {\"station\":\"%s\",\"category\":\"DRUG_TRAFFICKING\",\"month\":\"2020-03\"}"
                                .formatted(station),
                        "2020 {\"station\":\"%s\",\"category\":\"DRUG_TRAFFICKING\",\"month\":\"2020-04\"}"
                                .formatted(sister),
                        "2021 {\"station\":\"%s\",\"category\":\"OTHER\",\"month\":\"2021-04\"}".formatted(sister));
        assertThat(table.at("/total/incidents").asInt()).isEqualTo(3);
        assertThat(table.at("/total/group").isMissingNode()).isTrue();
    }

    @Test
    void itemsAreToldApartAndIncidentsWithoutThemToo() {
        FEED.append(Sample.filed(
                Sample.incident(), station, province, 1, Sample.details("2020-03-14T00:00:00Z", Category.OTHER)));
        file(station, "2020-03-14", Category.OTHER);
        var rows = table("/api/v1/statistics/yearly?groupBy=item,month&station=" + station)
                .get("years");
        assertThat(rows.valueStream().map(row -> row.get("group") + " " + row.get("incidents")))
                .containsExactly(
                        "{\"item\":null,\"month\":\"2020-03\"} 1", "{\"item\":\"HEROIN\",\"month\":\"2020-03\"} 1");
        assertThat(rows.at("/1/seizures/0/quantity").asString()).isEqualTo("33.918");
        assertThat(rows.at("/0/seizures")).isEmpty();
    }

    @Test
    void tableIsCompressedForWhoTakesItSo() throws Exception {
        file(station, "2020-03-14", Category.OTHER);
        var plain = encoded("br, gzip;q=0");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        var compressed = encoded("br;q=1.0, GZIP;q=0.8");
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().allValues("Vary")).contains("Accept, Accept-Encoding");
        try (var bytes = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(bytes.readAllBytes()).isEqualTo(plain.body());
        }
    }

    /** As it comes over the wire: the client of the other tests takes gzip and unpacks it by itself. */
    private HttpResponse<byte[]> encoded(String accepted) throws Exception {
        var request = HttpRequest.newBuilder(address("/api/v1/statistics/yearly?station=" + station))
                .header("Authorization", "Bearer " + ANALYST)
                .header("Casebook-Min-Position", Long.toString(FEED.reader().position()))
                .header("Accept-Encoding", accepted)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    @Test
    void yearIsComparedWithTheOneBefore() {
        for (var day : List.of("2019-01-01", "2019-01-02", "2019-01-03", "2020-01-01")) {
            file(station, day, Category.OTHER);
        }
        FEED.append(Sample.filed(
                Sample.incident(), station, province, 1, Sample.details("2020-03-14T00:00:00Z", Category.OTHER)));
        var table = table("/api/v1/statistics/yearly?from=2020&to=2020&compare=previous&station=" + station);
        assertThat(table.at("/total/incidents").asInt()).isEqualTo(2);
        var row = table.at("/years/0");
        assertThat(row.at("/previous/incidents").asInt()).isEqualTo(3);
        assertThat(row.at("/change/incidents"))
                .isEqualTo(JSON.readTree("{\"absolute\":\"-1\",\"percent\":\"-33.33\"}"));
        assertThat(row.at("/change/vehicles")).isEqualTo(JSON.readTree("{\"absolute\":\"2\"}"));
        assertThat(row.at("/change/seizures/0"))
                .isEqualTo(JSON.readTree("{\"item\":\"HEROIN\",\"absolute\":\"33.918\",\"unit\":\"KG\"}"));
        assertThat(row.at("/change/counts").isMissingNode()).isTrue();
    }

    @Test
    void yearIsComparedWithTheOneBeforeAsBothWereKnown() {
        file(station, "2019-10-01", Category.OTHER);
        file(station, "2020-10-01", Category.OTHER);
        var then = FEED.reader().position();
        var uri = "/api/v1/statistics/yearly?compare=previous&yearStart=10-01&from=2021&to=2021&station=" + station;
        var known = table(uri);
        file(station, "2019-10-02", Category.OTHER);
        file(station, "2020-09-30", Category.OTHER);
        assertThat(table(uri + "&asKnownAt=" + then)).isEqualTo(known);
        assertThat(known.at("/years/0/previous/incidents").asInt()).isEqualTo(1);
        assertThat(table(uri).at("/years/0/previous/incidents").asInt()).isEqualTo(3);
        assertThat(table(uri).at("/years/0/change/incidents/absolute").asString())
                .isEqualTo("-2");
    }

    @Test
    void tenYearsComeInOneAnswerGroupByGroup() {
        file(station, "2011-01-01", Category.OTHER);
        file(sister, "2020-12-31", Category.DRUG_TRAFFICKING);
        var table = table("/api/v1/statistics/yearly?from=2011&to=2020&groupBy=station,category&province=" + province);
        assertThat(table.get("years")).hasSize(2 * 10);
        assertThat(table.at("/total/incidents").asInt()).isEqualTo(2);
    }

    @Test
    void yearsBeginWhereTheRequestSays() {
        file(station, "2019-11-14", Category.OTHER);
        file(station, "2019-11-15", Category.OTHER);
        var table = table("/api/v1/statistics/yearly?yearStart=11-15&province=" + province);
        assertThat(table.get("yearStart").asString()).isEqualTo("11-15");
        assertThat(table.get("years").valueStream().map(row -> row.get("year") + ":" + row.get("incidents")))
                .containsExactly("2019:1", "2020:1");
    }

    @Test
    void dayIsThatOfVietnam() {
        var details = Sample.details("2019-12-31T18:00:00Z", Category.OTHER);
        FEED.append(Sample.filed(Sample.incident(), station, province, 1, details));
        assertThat(table("/api/v1/statistics/yearly?station=" + station)
                        .at("/years/0/year")
                        .asInt())
                .isEqualTo(2020);
    }

    @Test
    void voidedIncidentCountsNowhereButIsStillKnownAsItWas() {
        var filed = file(station, "2020-03-14", Category.OTHER);
        var caseFile = Sample.caseFile();
        FEED.append(new CaseOpened(caseFile, "Opened", List.of(Sample.of(filed)), null));
        var before = FEED.reader().position();
        FEED.append(new IncidentVoided(filed.incident(), "Filed twice", null));
        assertThat(table("/api/v1/statistics/yearly?station=" + station).get("years"))
                .isEmpty();

        var known = table("/api/v1/statistics/yearly?station=" + station + "&asKnownAt=" + before);
        assertThat(known.get("position").asLong()).isEqualTo(before);
        assertThat(known.at("/years/0/incidents").asInt()).isEqualTo(1);
        assertThat(known.at("/years/0/cases").asInt()).isEqualTo(1);
    }

    @Test
    void amendmentChangesWhatItNamesAndKeepsTheRest() {
        var filed = file(station, "2020-03-14", Category.OTHER);
        FEED.append(new SeizureAdded(filed.incident(), Sample.heroin("1.5")));
        FEED.append(new SubjectAdded(filed.incident(), Reports.subject(SubjectRole.ARRESTED)));
        var uri = "/api/v1/statistics/yearly?groupBy=category&station=" + station;
        FEED.append(new IncidentAmended(filed.incident(), "Corrected", changes(Category.DRUG_TRAFFICKING, null)));
        var row = table(uri).at("/years/0");
        assertThat(row.at("/group/category").asString()).isEqualTo("DRUG_TRAFFICKING");
        assertThat(row.get("arrested").asInt()).isEqualTo(1);
        assertThat(row.at("/seizures/0/quantity").asString()).isEqualTo("1.5");

        FEED.append(new IncidentAmended(filed.incident(), "Corrected", changes(null, List.of())));
        assertThat(table(uri).at("/years/0/seizures")).isEmpty();
        assertThat(table(uri).at("/years/0/arrested").asInt()).isEqualTo(1);
    }

    @Test
    void changesNameTheEventsThatMadeThem() {
        var filed = file(station, "2020-03-14", Category.OTHER);
        var before = FEED.reader().position();
        file(sister, "2020-03-14", Category.OTHER);
        var added = FEED.append(new SeizureAdded(filed.incident(), Sample.heroin("1.5"))) - 1;
        var amended = FEED.append(
                        new IncidentAmended(filed.incident(), "Corrected", changes(Category.DRUG_TRAFFICKING, null)))
                - 1;
        var uri = "/api/v1/statistics/yearly/changes?groupBy=category&from=2020&station=%s&between=%s&and=%s"
                .formatted(station, before, amended + 1);
        assertThat(table(uri)).isEqualTo(JSON.readTree("""
                {"changes": [
                  {"year": 2020, "group": {"category": "DRUG_TRAFFICKING"}, "measure": "incidents",
                   "from": "0", "to": "1", "events": [%1$d]},
                  {"year": 2020, "group": {"category": "DRUG_TRAFFICKING"}, "measure": "seizures",
                   "item": "HEROIN", "unit": "KG", "from": "0", "to": "1.5", "events": [%1$d]},
                  {"year": 2020, "group": {"category": "OTHER"}, "measure": "incidents",
                   "from": "1", "to": "0", "events": [%1$d]}]}""".formatted(amended)));
        assertThat(table(uri.replace("groupBy=category&", "")).get("changes"))
                .isEqualTo(JSON.readTree("""
                [{"year": 2020, "measure": "seizures", "item": "HEROIN", "unit": "KG",
                  "from": "0", "to": "1.5", "events": [%d]}]""".formatted(added)));
        assertThat(table(Tokens.station(sister.value()), uri).get("changes")).isEmpty();
        assertThat(table(uri + "&yearStart=03-15").at("/changes/0/year").asInt())
                .isEqualTo(2020);
        assertThat(table(uri + "&yearStart=03-14").at("/changes/0/year").asInt())
                .isEqualTo(2021);
    }

    @Test
    void momentsOfKnowledgeAreRequiredAndInOrder() {
        assertThat(names(
                        read(ANALYST, "/api/v1/statistics/yearly/changes?groupBy=week&and=soon")
                                .expectStatus()
                                .isBadRequest()
                                .expectBody(),
                        "$.errors[*].parameter"))
                .containsExactlyInAnyOrder("groupBy", "between", "and");
        assertThat(names(
                        read(ANALYST, "/api/v1/statistics/yearly/changes?between=1&and=0")
                                .expectStatus()
                                .isBadRequest()
                                .expectBody(),
                        "$.errors[*].parameter"))
                .containsExactly("and");
    }

    @Test
    void figuresAreKnownAtAnInstantAsTheLedgerHadRecordedThemThen() {
        file(station, "2020-03-14", Category.OTHER);
        var uri = "/api/v1/statistics/yearly?station=" + station;
        assertThat(table(uri + "&asKnownAt=1970-01-01T07:00:00+07:00")
                        .at("/total/incidents")
                        .asInt())
                .isZero();
        for (var later : List.of("2100-01-01T00:00:00Z", Long.toString(Long.MAX_VALUE))) {
            assertThat(table(uri + "&asKnownAt=" + later)).isEqualTo(table(uri));
        }
    }

    @Test
    void callerSeesTheFiguresOfTheCallersStations() {
        file(station, "2020-03-14", Category.OTHER);
        file(sister, "2020-03-14", Category.OTHER);
        var uri = "/api/v1/statistics/yearly?province=" + province;
        assertThat(incidents(Tokens.station(station.value()), uri)).isEqualTo(1);
        assertThat(incidents(Tokens.command(province.value()), uri)).isEqualTo(2);
        assertThat(incidents(Tokens.command("VN-99"), uri)).isZero();
        for (var role : Set.of(Role.ANALYST, Role.AUDITOR, Role.ADMIN)) {
            assertThat(incidents(Tokens.of(role), uri)).isEqualTo(2);
        }
        read(Tokens.withoutRole(), uri).expectStatus().isForbidden();
        anonymous().get().uri(uri).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void sealedCaseIsCountedForItsOfficersAndAuditorsAloneAndAlsoAsItWasKnownBefore() {
        var filed = file(station, "2020-03-14", Category.OTHER);
        var caseFile = Sample.caseFile();
        FEED.append(new CaseOpened(caseFile, "Opened", List.of(Sample.of(filed)), null));
        var before = FEED.reader().position();
        FEED.append(new CaseSealed(caseFile, "An informer", List.of("Vo Thi E")));
        var now = "/api/v1/statistics/yearly?groupBy=station&station=" + station;
        var then = now + "&asKnownAt=" + before;
        for (var token : List.of(Tokens.command(province.value(), "Vo Thi E"), Tokens.of(Role.AUDITOR))) {
            assertThat(cases(token, now)).containsExactly(1, 1);
            assertThat(cases(token, then)).containsExactly(1, 1);
        }
        for (var token : List.of(
                Tokens.command(province.value()), Tokens.station(station.value()), ANALYST, Tokens.of(Role.ADMIN))) {
            assertThat(cases(token, now)).containsExactly(0, 0);
            assertThat(cases(token, then)).containsExactly(0, 0);
            assertThat(incidents(token, now)).isEqualTo(1);
        }
        var sealed = FEED.reader().position();
        FEED.append(new CaseUnsealed(caseFile, null));
        assertThat(cases(ANALYST, now)).containsExactly(1, 1);
        assertThat(cases(ANALYST, now + "&asKnownAt=" + sealed)).containsExactly(1, 1);
    }

    @Test
    void everyBadParameterIsNamed() {
        var faults = read(
                        ANALYST,
                        "/api/v1/statistics/yearly?from=1899&to=20x&province=vn&station=a&category=NONE&groupBy=month,week"
                                + "&yearStart=02-30&compare=next&asKnownAt=yesterday&format=xml&unknown=1")
                .expectStatus()
                .isBadRequest()
                .expectBody();
        assertThat(names(faults, "$.errors[*].parameter"))
                .containsExactlyInAnyOrder(
                        "from",
                        "to",
                        "province",
                        "station",
                        "category",
                        "groupBy",
                        "yearStart",
                        "compare",
                        "asKnownAt",
                        "format");
        assertThat(names(
                        read(ANALYST, "/api/v1/statistics/yearly?from=2020&to=2019")
                                .expectBody(),
                        "$.errors[*].parameter"))
                .containsExactly("to");
    }

    private static IncidentChanges changes(@Nullable Category category, @Nullable List<Seizure> seizures) {
        return new IncidentChanges(
                category, null, null, null, null, null, null, null, null, seizures, null, null, null, null, null,
                List.of());
    }

    private IncidentFiled file(StationCode by, String day, Category category) {
        var details = Reports.details(day, province, category, null, List.of(), List.of(), Map.of(), 0, 0);
        var filed = Sample.filed(Sample.incident(), by, province, 1, details);
        FEED.append(filed);
        return filed;
    }

    private int incidents(String token, String uri) {
        return table(token, uri).at("/total/incidents").asInt();
    }

    /** In the one row, and in the total. */
    private List<Integer> cases(String token, String uri) {
        var table = table(token, uri);
        return List.of(
                table.at("/years/0/cases").asInt(), table.at("/total/cases").asInt());
    }

    private JsonNode table(String uri) {
        return table(ANALYST, uri);
    }

    private JsonNode table(String token, String uri) {
        var body = read(token, uri)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Casebook-Position", Long.toString(FEED.reader().position()))
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JSON.readTree(Objects.requireNonNull(body));
    }
}
