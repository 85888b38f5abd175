package casebook.query.exports;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseSealed;
import casebook.events.Category;
import casebook.events.DeadlineKind;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentFiled;
import casebook.events.Place;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

class ListExportsTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);
    private static int provinces;

    private final ProvinceCode province = new ProvinceCode("LX-" + ++provinces);
    private final StationCode station = new StationCode(province + "-A");
    private final StationCode sister = new StationCode(province + "-B");

    @Test
    void exportOfIncidentsHoldsAllRowsWhateverTheLimit() {
        var filed = new ArrayList<IncidentFiled>();
        for (int serial = 1; serial <= 3; serial++) {
            filed.add(file(station, serial));
        }
        var answer = download(ANALYST, "/api/v1/incidents?format=csv&sort=number&limit=1&station=" + station);
        var rows = rows(answer);
        assertThat(rows.get(0))
                .startsWith("position", Long.toString(FEED.reader().position()));
        assertThat(rows.get(1)).startsWith("filter", "station=" + station + "&sort=number");
        assertThat(rows.get(3))
                .startsWith(
                        "verification",
                        Objects.requireNonNull(answer.getResponseHeaders().getFirst(Download.VERIFICATION)));
        assertThat(rows.get(4)).startsWith("id", "number", "station", "category", "status", "occurredAt");
        assertThat(rows.subList(5, rows.size()).stream().map(List::getFirst))
                .containsExactlyElementsOf(
                        filed.stream().map(one -> one.incident().toString()).toList());
        var first = rows.get(5);
        assertThat(first.get(rows.get(4).indexOf("summary"))).isEqualTo("'=Two bags");
        assertThat(first.get(rows.get(4).indexOf("seizures"))).isEqualTo("HEROIN 33.918 KG");
        assertThat(first.get(rows.get(4).indexOf("occurredAt"))).isEqualTo("2024-04-30T08:00:00+07:00");
    }

    @Test
    void exportLeavesOutWhatTheCallerMayNotSee() {
        file(station, 1);
        file(sister, 1);
        var uri = "/api/v1/incidents?format=csv&province=" + province;
        assertThat(rows(download(Tokens.station(sister.value()), uri))).hasSize(6);
        assertThat(rows(download(ANALYST, uri))).hasSize(7);
    }

    @Test
    void exportOfCasesNamesTheirIncidents() {
        var one = file(station, 1);
        var other = file(sister, 1);
        var id = Sample.caseFile();
        FEED.append(Sample.opened(id, one, other));
        var rows = rows(download(ANALYST, "/api/v1/cases?format=csv&station=" + station));
        assertThat(rows.getLast())
                .startsWith(id.toString(), "Heroin on route 4", "OPEN", "", station + "; " + sister)
                .contains(one.incident() + "; " + other.incident());
        var own = rows(download(Tokens.station(station.value()), "/api/v1/cases?format=csv"));
        assertThat(own.getLast()).startsWith(id.toString(), "Heroin on route 4", "OPEN", "", station.value());
    }

    @Test
    void listIsAWorkbookWhereThatIsAccepted() {
        file(station, 1);
        var workbook = as(ANALYST)
                .get()
                .uri("/api/v1/incidents?station=" + station)
                .header("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Disposition", "attachment; filename=\"casebook-incidents-[0-9]+\\.xlsx\"")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(Objects.requireNonNull(workbook)).startsWith('P', 'K');
        assertThat(names(
                        read(ANALYST, "/api/v1/cases?format=pdf")
                                .expectStatus()
                                .isBadRequest()
                                .expectBody(),
                        "$.errors[*].parameter"))
                .containsExactly("format");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv;q=0, */*                     | application/json",
                "text/*;q=0, text/csv                  | text/csv;charset=UTF-8",
                "application/json;q=0.1, text/csv      | text/csv;charset=UTF-8"
            })
    void whatIsRefusedIsNotAnswered(String accepted, String type) {
        file(station, 1);
        var answer = as(ANALYST)
                .get()
                .uri("/api/v1/incidents?station=" + station)
                .header("Accept", accepted)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(type)
                .expectBody()
                .returnResult();
        assertThat(answer.getResponseHeaders().getVary()).contains("Accept");
    }

    @Test
    void codeOfAListTellsItsRowsAsTheyWere() {
        var first = file(station, 1);
        var second = file(station, 2);
        var answer = download(
                ANALYST, "/api/v1/incidents?format=csv&category=OTHER&status=FILED&sort=number&station=" + station);
        var position = FEED.reader().position();
        FEED.append(new IncidentAccepted(first.incident()));
        file(station, 3);
        var told = verified(ANALYST, answer, "&limit=1")
                .jsonPath("$.list")
                .isEqualTo("incidents")
                .jsonPath("$.filter")
                .isEqualTo("station=" + station + "&category=OTHER&status=FILED&sort=number")
                .jsonPath("$.position")
                .isEqualTo(position)
                .jsonPath("$.rows")
                .isEqualTo(2)
                .jsonPath("$.items[0].status")
                .isEqualTo("FILED");
        assertThat(names(told, "$.items[*].id"))
                .containsExactly(first.incident().toString());
        var next = verified(ANALYST, answer, "&cursor=" + names(told, "$..next").getFirst());
        assertThat(names(next, "$.items[*].id"))
                .containsExactly(second.incident().toString());
        next.jsonPath("$.next").doesNotExist();
        read(ANALYST, "/api/v1/statistics/verify?cursor=x&code=" + code(answer))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void codeOfAListTellsOthersOnlyWhatItWasMadeFor() {
        var own = file(station, 1);
        file(sister, 1);
        var answer = download(Tokens.station(station.value()), "/api/v1/incidents?format=csv&province=" + province);
        assertThat(rows(answer).get(1)).startsWith("filter", "province=" + province + "&scope=station:" + station);
        for (var token : List.of(ANALYST, Tokens.station(station.value()))) {
            assertThat(names(verified(token, answer, "").jsonPath("$.rows").isEqualTo(1), "$.items[*].id"))
                    .containsExactly(own.incident().toString());
        }
        read(Tokens.station(sister.value()), "/api/v1/statistics/verify?code=" + code(answer))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void codeOfAListOfCasesShowsNobodyASealedCaseThatIsHiddenFromHim() {
        var one = file(station, 1);
        var other = file(sister, 1);
        var open = Sample.caseFile();
        var sealed = Sample.caseFile();
        FEED.append(Sample.opened(open, one, other), Sample.opened(sealed, one));
        var answer = download(Tokens.station(station.value()), "/api/v1/cases?format=csv");
        FEED.append(Sample.note(open, "Later"), new CaseSealed(sealed, "An informer", List.of("Vo Thi E")));
        var told = verified(ANALYST, answer, "")
                .jsonPath("$.rows")
                .isEqualTo(1)
                .jsonPath("$.items[0].version")
                .isEqualTo(1);
        assertThat(names(told, "$.items[*].id")).containsExactly(open.toString());
        assertThat(names(told, "$.items[0].incidents[*]"))
                .containsExactly(one.incident().toString());
        verified(Tokens.of(Role.AUDITOR), answer, "").jsonPath("$.rows").isEqualTo(2);
    }

    @Test
    void filtersThatLookAlikeHaveDifferentCodes() {
        file(station, 1);
        var uri = "/api/v1/incidents?format=csv&station=" + station;
        var words = download(ANALYST, uri + "&q=bags%26sort%3Dnumber");
        var sorted = download(ANALYST, uri + "&q=bags&sort=number");
        assertThat(code(words)).isNotEqualTo(code(sorted));
        verified(ANALYST, words, "").jsonPath("$.rows").isEqualTo(0);
        verified(ANALYST, sorted, "").jsonPath("$.rows").isEqualTo(1);
    }

    @Test
    void exportPassesOverThePageThatIsAskedFor() {
        file(station, 1);
        file(station, 2);
        assertThat(rows(download(ANALYST, "/api/v1/incidents?format=csv&limit=5000&cursor=x&station=" + station)))
                .hasSize(7);
        read(ANALYST, "/api/v1/incidents?limit=5000").expectStatus().isBadRequest();
    }

    @Test
    void stationsAreExportedWithTheirTimeliness() {
        FEED.append(Sample.station(station.value(), province.value()));
        FEED.append(Sample.station(sister.value(), province.value()));
        file(station, 1);
        var rows = rows(download(ANALYST, "/api/v1/stations?format=csv&limit=1&province=" + province));
        var header = rows.get(4);
        assertThat(header).startsWith("code", "name", "province", "country");
        assertThat(rows.subList(5, rows.size()).stream().map(List::getFirst))
                .containsExactly(station.value(), sister.value());
        assertThat(rows.get(5).get(header.indexOf("filings"))).isEqualTo("1");
        assertThat(rows.get(6).get(header.indexOf("medianHours"))).isEmpty();
        assertThat(rows(download(Tokens.station(station.value()), "/api/v1/stations?format=csv")))
                .hasSize(6);
    }

    @Test
    void whatIsOverdueIsExported() {
        var filed = file(station, 1);
        var due = Instant.parse("2024-05-10T03:00:00Z");
        FEED.append(new IncidentDeadlineMissed(
                filed.incident(), DeadlineKind.FIRST_REPORT, due, due.plusSeconds(10), null, null));
        var rows = rows(download(Tokens.station(station.value()), "/api/v1/cases/overdue?format=csv"));
        assertThat(rows.get(4)).startsWith("station", "incident", "case", "exhibit", "kind", "dueAt");
        assertThat(rows.subList(5, rows.size()))
                .containsExactly(List.of(
                        station.value(), filed.incident().toString(), "", "", "FIRST_REPORT", "2024-05-10T03:00:00Z"));
        verified(ANALYST, download(Tokens.station(station.value()), "/api/v1/cases/overdue?format=xlsx"), "")
                .jsonPath("$.list")
                .isEqualTo("overdue")
                .jsonPath("$.rows")
                .doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incidents",
                "cases",
                "cases/overdue",
                "stations",
                "retention/proposals",
                "statistics/yearly",
                "statistics/seizures",
                "statistics/trafficking",
                "statistics/timeliness",
                "statistics/clearance",
                "statistics/yearly/changes?between=0&and=1",
                "statistics/verify?code=none"
            })
    void formatThatIsNotOfferedIsRefused(String path) {
        var token = Tokens.of(path.startsWith("retention") ? Role.ADMIN : Role.ANALYST);
        var faults = read(token, "/api/v1/" + path + (path.contains("?") ? "&" : "?") + "format=nonsense")
                .expectStatus()
                .isBadRequest()
                .expectBody();
        assertThat(names(faults, "$.errors[*].parameter")).containsExactly("format");
    }

    private WebTestClient.BodyContentSpec verified(
            String token, EntityExchangeResult<byte[]> export, String parameters) {
        return read(token, "/api/v1/statistics/verify?code=" + code(export) + parameters)
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static String code(EntityExchangeResult<byte[]> export) {
        return Objects.requireNonNull(export.getResponseHeaders().getFirst(Download.VERIFICATION));
    }

    private IncidentFiled file(StationCode by, int serial) {
        var place = new Place(province, null, null, null, null);
        var details = Sample.details("2024-04-30T08:00:00+07:00", Category.OTHER, place, List.of(), "=Two bags");
        var filed = Sample.filed(Sample.incident(), by, province, serial, details);
        FEED.append(filed);
        return filed;
    }

    private EntityExchangeResult<byte[]> download(String token, String uri) {
        return read(token, uri).expectStatus().isOk().expectBody().returnResult();
    }

    private static List<List<String>> rows(EntityExchangeResult<byte[]> answer) {
        var text = new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8);
        var rows = new ArrayList<List<String>>();
        CsvReader.builder().ofCsvRecord(text.substring(1)).forEach(row -> rows.add(row.getFields()));
        return rows;
    }
}
