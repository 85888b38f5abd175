package casebook.query.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseId;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseSealed;
import casebook.events.CaseState;
import casebook.events.CaseUnsealed;
import casebook.events.Category;
import casebook.events.IncidentFiled;
import casebook.events.IncidentVoided;
import casebook.events.Item;
import casebook.events.ProvinceCode;
import casebook.events.Seizure;
import casebook.events.StationCode;
import casebook.events.SubjectRole;
import casebook.events.Unit;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.statistics.Reports;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatisticsExportsTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static int provinces;

    private final ProvinceCode province = new ProvinceCode("EX-" + ++provinces);
    private final StationCode station = new StationCode(province + "-A");
    private final StationCode sister = new StationCode(province + "-B");

    @Test
    void codeStandsForTheCasesThatTheExportCountedForWhoMightHaveCountedThemThen() {
        var filed = file(station, "2020-03-14", Category.OTHER);
        var caseFile = Sample.caseFile();
        FEED.append(Sample.opened(caseFile, filed));
        var uri = "/api/v1/statistics/yearly?format=csv&station=" + station;
        var officer = Tokens.command(province.value(), "Vo Thi E");
        var commander = Tokens.command(province.value());
        var open = code(download(commander, uri));
        FEED.append(new CaseSealed(caseFile, "An informer", List.of("Vo Thi E")));
        var sealed = code(download(commander, uri));
        var officers = code(download(officer, uri));
        for (var token : List.of(commander, officer)) {
            assertThat(casesBy(open, token)).isEqualTo(1);
            assertThat(casesBy(sealed, token)).isZero();
        }
        assertThat(casesBy(officers, officer)).isEqualTo(1);
        assertThat(casesBy(officers, Tokens.of(Role.AUDITOR))).isEqualTo(1);
        var unseen = read(commander, "/api/v1/statistics/verify?code=" + officers);
        var unknown = read(commander, "/api/v1/statistics/verify?code=none");
        unseen.expectStatus().isNotFound();
        assertThat(unseen.returnResult(Void.class).getResponseHeaders().headerNames())
                .isEqualTo(unknown.returnResult(Void.class).getResponseHeaders().headerNames());
    }

    @Test
    void codeOfATableAsItWasKnownIsForThoseWhoMightHaveSeenItWhenItWasMade() {
        var filed = file(station, "2020-03-14", Category.OTHER);
        var caseFile = Sample.caseFile();
        FEED.append(Sample.opened(caseFile, filed));
        var beforeTheSeal = FEED.reader().position();
        FEED.append(new CaseSealed(caseFile, "An informer", List.of("Vo Thi E")));
        var underSeal = FEED.reader().position();
        var uri = "/api/v1/statistics/yearly?format=csv&station=" + station + "&asKnownAt=";
        var officer = Tokens.command(province.value(), "Vo Thi E");
        var commander = Tokens.command(province.value());
        var officers = code(download(officer, uri + beforeTheSeal));
        assertThat(casesBy(officers, officer)).isEqualTo(1);
        read(commander, "/api/v1/statistics/verify?code=" + officers)
                .expectStatus()
                .isNotFound();
        FEED.append(new CaseUnsealed(caseFile, null));
        var afterTheSeal = code(download(commander, uri + underSeal));
        assertThat(casesBy(afterTheSeal, commander)).isEqualTo(1);
    }

    private int casesBy(String code, String token) {
        return json(token, "/api/v1/statistics/verify?code=" + code)
                .at("/total/cases")
                .asInt();
    }

    @Test
    void exportSaysWhereItComesFrom() {
        file(station, "2020-03-14", Category.OTHER);
        var uri = "/api/v1/statistics/yearly?from=2019&to=2020&groupBy=category,month&compare=previous&station="
                + station;
        var answer = download(ANALYST, uri + "&format=csv");
        assertThat(answer.getResponseHeaders().getContentDisposition().getFilename())
                .isEqualTo("casebook-yearly-%s.csv".formatted(FEED.reader().position()));
        assertThat(answer.getResponseHeaders().getContentDisposition().isAttachment())
                .isTrue();
        var code = answer.getResponseHeaders().getFirst("Casebook-Verification");
        var rows = rows(answer);
        assertThat(rows.subList(0, 2).stream().map(row -> row.subList(0, 2)))
                .containsExactly(
                        List.of("position", Long.toString(FEED.reader().position())),
                        List.of(
                                "filter",
                                "from=2019&to=2020&station=%s&groupBy=category,month&compare=previous"
                                        .formatted(station)));
        assertThat(rows.get(2)).first().isEqualTo("time");
        assertThat(rows.get(3)).startsWith("verification", Objects.requireNonNull(code));
        assertThat(rows.get(4)).startsWith("year", "category", "month", "incidents", "incidents previous");
        assertThat(rows.get(4 + 12 + 3)).startsWith("2020", "OTHER", "2020-03", "1", "0", "1", "");
        assertThat(rows.getLast()).startsWith("total", "", "", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "vi, BÁO CÁO SỐ LIỆU VỤ VIỆC BIÊN GIỚI HẰNG NĂM, 'Tổng cộng', '33,918'",
        "en, ANNUAL REPORT OF BORDER INCIDENTS, Total, 33.918"
    })
    void annualReportIsPrintedInTheLanguageAskedFor(String language, String title, String total, String heroin)
            throws IOException {
        file(
                station,
                "2019-03-14",
                Category.DRUG_TRAFFICKING,
                heroin("33.918", Unit.KG),
                Reports.goodsWorth("1000000"));
        file(station, "2020-03-14", Category.DRUG_TRAFFICKING);
        var answer = as(ANALYST)
                .get()
                .uri("/api/v1/statistics/yearly?format=pdf&groupBy=category,source&compare=previous&station=" + station)
                .header("Accept-Language", language)
                .header("Casebook-Min-Position", Long.toString(FEED.reader().position()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pdf")
                .expectBody()
                .returnResult();
        var text = text(Objects.requireNonNull(answer.getResponseBody()));
        assertThat(text).contains(title, total, heroin, "2019", "2020", "VND");
        assertThat(text.split(code(answer), -1))
                .as("below the tables and on every page")
                .hasSizeGreaterThan(2);
    }

    private static String text(byte[] pdf) throws IOException {
        var text = new StringBuilder();
        try (var reader = new PdfReader(pdf)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void codeAnswersTheTableAsItWas() {
        var filed = file(station, "2020-03-14", Category.OTHER);
        var uri = "/api/v1/statistics/yearly?groupBy=station&yearStart=10-01&province=" + province;
        var then = json(ANALYST, uri);
        var code = code(download(ANALYST, uri + "&format=xlsx"));
        FEED.append(new IncidentVoided(filed.incident(), "Filed twice", null));
        file(sister, "2020-03-14", Category.OTHER);
        assertThat(json(ANALYST, "/api/v1/statistics/verify?code=" + code)).isEqualTo(then);
        assertThat(code(download(ANALYST, uri + "&format=csv"))).isNotEqualTo(code);
    }

    @Test
    void codeIsForThoseWhoMayHaveSeenTheTable() {
        file(station, "2020-03-14", Category.OTHER);
        file(sister, "2020-03-14", Category.OTHER);
        var uri = "/api/v1/statistics/yearly?format=csv&province=" + province;
        var own = Tokens.station(station.value());
        var verify = "/api/v1/statistics/verify?code=" + code(download(own, uri));
        assertThat(json(own, verify).at("/total/incidents").asInt()).isEqualTo(1);
        assertThat(json(Tokens.of(Role.AUDITOR), verify).at("/total/incidents").asInt())
                .isEqualTo(1);
        read(Tokens.station(sister.value()), verify).expectStatus().isNotFound();
        read(ANALYST, "/api/v1/statistics/verify?code=" + "0".repeat(32))
                .expectStatus()
                .isNotFound();
        assertThat(names(
                        read(ANALYST, "/api/v1/statistics/verify")
                                .expectStatus()
                                .isBadRequest()
                                .expectBody(),
                        "$.errors[*].parameter"))
                .containsExactly("code");
    }

    @Test
    void acceptAsksForAFileToo() {
        file(station, "2020-03-14", Category.OTHER);
        var uri = "/api/v1/statistics/yearly?station=" + station;
        for (var accepted : Map.of(
                        "text/csv", "text/csv;charset=UTF-8",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "text/csv;q=0.5, application/json", "application/json",
                        "*/*", "application/json")
                .entrySet()) {
            as(ANALYST)
                    .get()
                    .uri(uri)
                    .header("Accept", accepted.getKey())
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentType(accepted.getValue())
                    .expectBody();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/yearly?format=xml", "/seizures?format=pdf", "/trafficking?format=CSV"})
    void formatThatIsNotOfferedIsNamed(String path) {
        assertThat(names(
                        read(ANALYST, "/api/v1/statistics" + path)
                                .expectStatus()
                                .isBadRequest()
                                .expectBody(),
                        "$.errors[*].parameter"))
                .containsExactly("format");
    }

    @Test
    void drugsAreTabledByYearWithTheirSeizureCases() {
        file(station, "2020-03-14", Category.DRUG_TRAFFICKING, heroin("1500", Unit.G), heroin("0.5", Unit.KG));
        file(station, "2020-05-14", Category.DRUG_TRAFFICKING, heroin("30", Unit.UNIT), Reports.goodsWorth("5"));
        var table = json(ANALYST, "/api/v1/statistics/seizures?from=2020&to=2021&station=" + station);
        assertThat(table.get("seizures")).isEqualTo(JSON.readTree("""
                [{"year": 2020, "drug": "HEROIN", "cases": 2, "quantityKg": "2",
                  "otherUnits": [{"quantity": "30", "unit": "UNIT"}]},
                 {"year": 2021, "drug": "HEROIN", "cases": 0, "quantityKg": "0", "otherUnits": []}]"""));
        var answer = download(ANALYST, "/api/v1/statistics/seizures?format=csv&from=2020&to=2021&station=" + station);
        assertThat(rows(answer).subList(4, 7))
                .containsExactly(
                        List.of(
                                "year",
                                "drug",
                                "cases",
                                "quantity KG",
                                "quantity L",
                                "quantity UNIT",
                                "quantity PLANT",
                                "quantity HA"),
                        List.of("2020", "HEROIN", "2", "2", "", "30", "", ""),
                        List.of("2021", "HEROIN", "0", "0", "", "", "", ""));
        assertThat(json(ANALYST, "/api/v1/statistics/verify?code=" + code(answer)))
                .isEqualTo(table);
    }

    @Test
    void tableIsNotAskedForWhatItWouldPassOver() {
        for (var kind : List.of("seizures", "trafficking", "timeliness", "clearance")) {
            assertThat(names(
                            read(ANALYST, "/api/v1/statistics/" + kind + "?groupBy=item&compare=previous")
                                    .expectStatus()
                                    .isBadRequest()
                                    .expectBody(),
                            "$.errors[*].parameter"))
                    .as(kind)
                    .containsExactlyInAnyOrder("groupBy", "compare");
        }
        var trafficking = "/api/v1/statistics/trafficking?station=" + station + "&category=";
        assertThat(names(
                        read(ANALYST, trafficking + "DRUG_TRAFFICKING")
                                .expectStatus()
                                .isBadRequest()
                                .expectBody(),
                        "$.errors[*].parameter"))
                .containsExactly("category");
        read(ANALYST, trafficking + "HUMAN_TRAFFICKING").expectStatus().isOk();
        var described = anonymous().get().uri("/v3/api-docs").exchange().expectBody();
        var parameters = "$.paths['/api/v1/statistics/%s'].get.parameters[*].name";
        assertThat(names(described, parameters.formatted("trafficking")))
                .contains("yearStart")
                .doesNotContain("category");
        assertThat(names(described, parameters.formatted("seizures"))).contains("category");
    }

    @Test
    void victimsAndOffendersOfTraffickingAreTabledByYear() {
        var details = Reports.details(
                "2020-03-14",
                province,
                Category.HUMAN_TRAFFICKING,
                null,
                List.of(Reports.subject(SubjectRole.ARRESTED)),
                List.of(),
                Map.of(SubjectRole.VICTIM, 2, SubjectRole.RESCUED, 3, SubjectRole.SUSPECT, 1),
                0,
                0);
        FEED.append(Sample.filed(Sample.incident(), station, province, 1, details));
        file(station, "2020-03-14", Category.OTHER);
        var table = json(ANALYST, "/api/v1/statistics/trafficking?station=" + station);
        assertThat(table.get("years")).isEqualTo(JSON.readTree("""
                [{"year": 2020, "incidents": 1, "cases": 0, "victims": 5, "rescued": 3, "offenders": 2, "arrested": 1}]"""));
        var answer = download(ANALYST, "/api/v1/statistics/trafficking?format=csv&station=" + station);
        assertThat(rows(answer).getLast()).containsExactly("2020", "1", "0", "5", "3", "2", "1");
        assertThat(json(ANALYST, "/api/v1/statistics/verify?code=" + code(answer)))
                .isEqualTo(table);
    }

    @Test
    void reportsAreTabledByHowSoonTheyWereFiled() {
        FEED.at("2020-03-14T10:00:00Z");
        file(station, "2020-03-14", Category.OTHER);
        FEED.at("2020-03-16T05:00:00Z");
        file(station, "2020-03-14", Category.OTHER);
        FEED.at("2021-03-15T05:00:00Z");
        FEED.append(
                new IncidentVoided(file(station, "2021-03-14", Category.OTHER).incident(), "Filed twice", null));
        FEED.in(Role.ADMIN);
        file(station, "2022-03-14", Category.OTHER);
        FEED.in(Role.STATION);
        var uri = "/api/v1/statistics/timeliness?from=2020&to=2021&station=" + station;
        var table = json(ANALYST, uri);
        assertThat(table.get("years")).isEqualTo(JSON.readTree("""
                [{"year": 2020, "filings": 2, "medianHours": 26.5, "p95Hours": 48, "inTime": 0.5},
                 {"year": 2021, "filings": 0}]"""));
        assertThat(table.get("total"))
                .isEqualTo(JSON.readTree("{\"filings\": 2, \"medianHours\": 26.5, \"p95Hours\": 48, \"inTime\": 0.5}"));
        var answer = download(ANALYST, uri + "&format=csv");
        assertThat(rows(answer).subList(4, 8))
                .containsExactly(
                        List.of("year", "filings", "medianHours", "p95Hours", "inTime"),
                        List.of("2020", "2", "26.5", "48", "0.5"),
                        List.of("2021", "0", "", "", ""),
                        List.of("total", "2", "26.5", "48", "0.5"));
        assertThat(json(ANALYST, "/api/v1/statistics/verify?code=" + code(answer)))
                .isEqualTo(table);
        assertThat(json(Tokens.station(sister.value()), uri)
                        .at("/total/filings")
                        .asInt())
                .isZero();
    }

    @Test
    void casesAreTabledByWhenTheyWereOpenedAndClosed() {
        var filed = file(station, "2020-03-14", Category.OTHER);
        var closed = open("2020-06-01T00:00:00Z", filed);
        var merged = open("2020-06-02T00:00:00Z", filed);
        var reopened = open("2020-06-03T00:00:00Z", filed);
        FEED.at("2021-06-11T00:00:00Z");
        FEED.append(
                new CaseMerged(merged, closed, "The same"),
                new CaseMoved(reopened, CaseState.CLOSED, null, null),
                new CaseMoved(reopened, CaseState.UNDER_INVESTIGATION, "New traces", null));
        FEED.at("2021-06-01T12:00:00Z");
        FEED.append(new CaseMoved(closed, CaseState.CLOSED, null, null));
        var uri = "/api/v1/statistics/clearance?category=OTHER&station=" + station;
        var table = json(ANALYST, uri);
        assertThat(table.get("years")).isEqualTo(JSON.readTree("""
                [{"year": 2020, "opened": 2, "closed": 0}, {"year": 2021, "opened": 0, "closed": 1, "medianDays": 365.5}]"""));
        var answer = download(ANALYST, uri + "&format=csv");
        assertThat(rows(answer).subList(4, 8))
                .containsExactly(
                        List.of("year", "opened", "closed", "medianDays"),
                        List.of("2020", "2", "0", ""),
                        List.of("2021", "0", "1", "365.5"),
                        List.of("total", "2", "1", "365.5"));
        assertThat(json(ANALYST, "/api/v1/statistics/verify?code=" + code(answer)))
                .isEqualTo(table);
        assertThat(json(ANALYST, uri.replace("OTHER", "DRUG_TRAFFICKING")).get("years"))
                .isEmpty();
        assertThat(json(Tokens.station(sister.value()), uri).get("years")).isEmpty();
    }

    private static CaseId open(String at, IncidentFiled filed) {
        var id = Sample.caseFile();
        FEED.at(at).append(Sample.opened(id, filed));
        return id;
    }

    private static Seizure heroin(String quantity, Unit unit) {
        return Reports.seizure(Item.HEROIN, quantity, unit);
    }

    private IncidentFiled file(StationCode by, String day, Category category, Seizure... seizures) {
        var details = Reports.details(day, province, category, null, List.of(), List.of(seizures), Map.of(), 0, 0);
        var filed = Sample.filed(Sample.incident(), by, province, 1, details);
        FEED.append(filed);
        return filed;
    }

    private JsonNode json(String token, String uri) {
        var body = read(token, uri)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JSON.readTree(Objects.requireNonNull(body));
    }

    private EntityExchangeResult<byte[]> download(String token, String uri) {
        return read(token, uri).expectStatus().isOk().expectBody().returnResult();
    }

    private static String code(EntityExchangeResult<byte[]> answer) {
        return Objects.requireNonNull(answer.getResponseHeaders().getFirst("Casebook-Verification"));
    }

    private static List<List<String>> rows(EntityExchangeResult<byte[]> answer) {
        var text = new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        var rows = new ArrayList<List<String>>();
        CsvReader.builder().ofCsvRecord(text.substring(1)).forEach(row -> rows.add(row.getFields()));
        return rows;
    }
}
