package casebook.query.exports;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.Category;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

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
    void codeOfAListTellsWhichListItWas() {
        file(station, 1);
        var answer = download(ANALYST, "/api/v1/incidents?format=csv&category=OTHER&station=" + station);
        var code = answer.getResponseHeaders().getFirst(Download.VERIFICATION);
        read(ANALYST, "/api/v1/statistics/verify?code=" + code)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.list")
                .isEqualTo("incidents")
                .jsonPath("$.filter")
                .isEqualTo("station=" + station + "&category=OTHER")
                .jsonPath("$.position")
                .isEqualTo(FEED.reader().position());
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
