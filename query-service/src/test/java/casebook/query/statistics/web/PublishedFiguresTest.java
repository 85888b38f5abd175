package casebook.query.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CasebookEvent;
import casebook.events.Category;
import casebook.events.IncidentAmended;
import casebook.events.IncidentChanges;
import casebook.events.IncidentDetails;
import casebook.events.IncidentFiled;
import casebook.events.IncidentVoided;
import casebook.events.Item;
import casebook.events.ProvinceCode;
import casebook.events.SeizureAdded;
import casebook.events.SubjectAdded;
import casebook.events.SubjectRole;
import casebook.events.Unit;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.exports.WorkbookRows;
import casebook.query.statistics.PublishedFilings;
import casebook.query.statistics.Reports;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Figures that border guards have published, filed incident by incident, come back as they were published. */
class PublishedFiguresTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PER_COMMIT = 50;
    private static final int DISTURBED = 40;
    private static int provinces;

    private final ProvinceCode province = new ProvinceCode("PF-" + ++provinces);
    private final String uri = "/api/v1/statistics/yearly?province=" + province;

    @ParameterizedTest
    @ValueSource(strings = {"lang-son", "nghe-an"})
    void publishedFiguresComeBackInEveryFormWhateverWasMistakenInBetween(String published) throws IOException {
        var filings = PublishedFilings.of(published, province);
        append(filings);
        var expected = withWhatIsNotExpected(PublishedFilings.expected(published));
        assertComesBack(expected);
        assertThat(table(uri + "&from=2001&to=2020").get("years")).hasSize(20);

        var mistaken = IntStream.range(0, filings.size())
                .filter(index -> index % DISTURBED == 0)
                .mapToObj(filings::get)
                .toList();
        append(mistaken.stream().map(PublishedFiguresTest::mistake).toList());
        var copies = mistaken.stream().map(this::copy).toList();
        append(copies);
        append(copies.stream()
                .flatMap(copy -> List.of(
                        new SeizureAdded(copy.incident(), Reports.seizure(Item.HEROIN, "1.001", Unit.LB)),
                        new SubjectAdded(copy.incident(), Reports.subject(SubjectRole.ARRESTED)))
                        .stream())
                .toList());
        assertThat(table(uri)).isNotEqualTo(expected);

        append(mistaken.stream().map(PublishedFiguresTest::correction).toList());
        append(copies.stream()
                .map(copy -> new IncidentVoided(copy.incident(), "Filed twice", null))
                .toList());
        assertComesBack(expected);
    }

    private void assertComesBack(JsonNode expected) throws IOException {
        assertThat(table(uri)).isEqualTo(expected);
        var csv = new ArrayList<List<String>>();
        var text = new String(file("csv"), StandardCharsets.UTF_8).substring(1);
        CsvReader.builder().ofCsvRecord(text).forEach(row -> csv.add(row.getFields()));
        assertTable(csv, expected);
        assertTable(WorkbookRows.of(file("xlsx")), expected);
    }

    /** Four rows before the header say where the table comes from. */
    private static void assertTable(List<List<String>> rows, JsonNode expected) {
        var header = rows.get(4);
        var table = new HashMap<String, Map<String, BigDecimal>>();
        for (var row : rows.subList(5, rows.size())) {
            var figures = new HashMap<String, BigDecimal>();
            for (int column = 1; column < header.size(); column++) {
                figures.put(header.get(column), plain(row.get(column)));
            }
            table.put(row.getFirst(), figures);
        }
        assertThat(table).hasSize(expected.get("years").size() + 1);
        expected.get("years")
                .forEach(year -> assertFigures(
                        Objects.requireNonNull(table.get(year.get("year").asString())), year));
        assertFigures(Objects.requireNonNull(table.get("total")), expected.get("total"));
    }

    private static void assertFigures(Map<String, BigDecimal> actual, JsonNode expected) {
        var figures = new HashMap<String, BigDecimal>();
        actual.keySet().forEach(name -> figures.put(name, BigDecimal.ZERO));
        expected.propertyStream()
                .filter(member ->
                        member.getValue().isNumber() && !member.getKey().equals("year"))
                .forEach(
                        member -> figures.put(member.getKey(), member.getValue().decimalValue()));
        expected.get("value")
                .forEach(value -> figures.put(
                        "value " + value.get("currency").asString(),
                        plain(value.get("amount").asString())));
        expected.get("seizures")
                .forEach(seized -> figures.put(
                        "seizures %s %s"
                                .formatted(
                                        seized.get("item").asString(),
                                        seized.get("unit").asString()),
                        plain(seized.get("quantity").asString())));
        assertThat(actual).isEqualTo(figures);
    }

    private static BigDecimal plain(String number) {
        var stripped = new BigDecimal(number).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The script that printed the figures knows neither cases nor migrants; there are none in the filings. */
    private static JsonNode withWhatIsNotExpected(JsonNode expected) {
        var rows = new ArrayList<JsonNode>(List.of(expected.get("total")));
        expected.get("years").forEach(rows::add);
        rows.forEach(row -> ((ObjectNode) row).put("cases", 0).put("migrants", 0));
        return expected;
    }

    private static IncidentAmended mistake(IncidentFiled filed) {
        var details = filed.details();
        return new IncidentAmended(
                filed.incident(),
                "Mistaken",
                changes(new IncidentDetails(
                        Category.OTHER,
                        details.occurredAt().plusYears(1),
                        null,
                        details.place(),
                        details.source(),
                        null,
                        List.of(),
                        details.summary(),
                        List.of(),
                        List.of(Reports.goodsWorth("0.01")),
                        List.of(),
                        List.of(),
                        Map.of(SubjectRole.VICTIM, 7),
                        9,
                        9)));
    }

    private static IncidentAmended correction(IncidentFiled filed) {
        return new IncidentAmended(filed.incident(), "As it was", changes(filed.details()));
    }

    private static IncidentChanges changes(IncidentDetails to) {
        return new IncidentChanges(
                to.category(),
                to.occurredAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                to.subjects(),
                to.seizures(),
                null,
                null,
                to.unnamed(),
                to.vehicleCount(),
                to.enterpriseCount(),
                List.of());
    }

    private IncidentFiled copy(IncidentFiled filed) {
        return Sample.filed(Sample.incident(), filed.station(), province, 1, filed.details());
    }

    private static void append(List<? extends CasebookEvent> events) {
        for (int from = 0; from < events.size(); from += PER_COMMIT) {
            var commit = events.subList(from, Math.min(from + PER_COMMIT, events.size()));
            FEED.append(commit.toArray(CasebookEvent[]::new));
        }
    }

    private JsonNode table(String uri) {
        var body = read(ANALYST, uri)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var table = (ObjectNode) JSON.readTree(Objects.requireNonNull(body));
        assertThat(table.remove("position").asLong()).isEqualTo(FEED.reader().position());
        return table;
    }

    private byte[] file(String format) {
        return Objects.requireNonNull(read(ANALYST, uri + "&format=" + format)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }
}
