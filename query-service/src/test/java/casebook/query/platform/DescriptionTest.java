package casebook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.query.ServiceTest;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the OpenAPI document says of the reads. */
class DescriptionTest extends ServiceTest {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    void everyReferenceLeadsSomewhere() {
        var document = document();
        assertThat(document.findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(resolved(document, reference).isMissingNode())
                                .as(reference.asString())
                                .isFalse());
    }

    @Test
    void everyReadSaysHowItIsPositionedAndHowItRefuses() {
        var document = document();
        assertThat(reads(_ -> true)).hasSizeGreaterThan(25).allSatisfy(read -> {
            assertThat(read.operation()
                            .path("parameters")
                            .valueStream()
                            .map(parameter -> resolved(document, parameter.path("$ref"))
                                    .path("name")
                                    .asString("")))
                    .contains("Casebook-Min-Position");
            assertThat(read.answer().path("headers").has("Casebook-Position")).isTrue();
            var refusals = read.path().contains("{")
                    ? List.of("400", "401", "403", "404", "503")
                    : List.of("400", "401", "403", "503");
            assertThat(refusals).allSatisfy(status -> {
                var said = read.operation().path("responses").path(status);
                var response = said.has("$ref") ? resolved(document, said.path("$ref")) : said;
                assertThat(response.path("content").has("application/problem+json"))
                        .as(status)
                        .isTrue();
            });
        });
    }

    @Test
    void whatHasAVersionSaysSo() {
        assertThat(reads(read -> read.answer().path("headers").has("ETag")))
                .extracting(Read::path)
                .containsExactlyInAnyOrder(
                        "/api/v1/incidents/{id}",
                        "/api/v1/cases/{id}",
                        "/api/v1/stations/{code}",
                        "/api/v1/exhibits/{id}",
                        "/api/v1/exhibits/{id}/file");
    }

    @Test
    void whatIsExportedSaysAsWhat() {
        assertThat(reads(read -> read.answer().path("content").has(CSV)))
                .extracting(Read::path)
                .containsExactlyInAnyOrder(
                        "/api/v1/incidents",
                        "/api/v1/cases",
                        "/api/v1/cases/overdue",
                        "/api/v1/stations",
                        "/api/v1/statistics/yearly",
                        "/api/v1/statistics/seizures",
                        "/api/v1/statistics/trafficking",
                        "/api/v1/statistics/timeliness",
                        "/api/v1/statistics/clearance");
        assertThat(reads(read -> read.answer().path("content").has(CSV))).allSatisfy(read -> {
            assertThat(read.answer().path("content").propertyNames()).contains(JSON, XLSX);
            assertThat(read.answer().path("headers").has("Casebook-Verification"))
                    .isTrue();
        });
        assertThat(reads(read -> read.answer().path("content").has("application/pdf")))
                .extracting(Read::path)
                .containsExactly("/api/v1/statistics/yearly");
    }

    @Test
    void rowsOfListsAreDescribed() {
        var document = document();
        for (var list : List.of("incidents", "cases", "stations", "cases/overdue")) {
            var page = reads(read -> read.path().equals("/api/v1/" + list)).getFirst();
            var schema = resolved(document, page.answer().at("/content/application~1json/schema/$ref"));
            var row = resolved(document, schema.at("/properties/items/items/$ref"));
            assertThat(row.path("properties").propertyNames()).as(list).hasSizeGreaterThan(4);
        }
    }

    private List<Read> reads(Predicate<Read> wanted) {
        return document()
                .path("paths")
                .propertyStream()
                .filter(path ->
                        path.getKey().startsWith("/api/v1/") && path.getValue().has("get"))
                .map(path -> new Read(path.getKey(), path.getValue().path("get")))
                .filter(wanted)
                .toList();
    }

    private static JsonNode resolved(JsonNode document, JsonNode reference) {
        return reference.isMissingNode()
                ? reference
                : document.at(reference.asString().substring(1));
    }

    private JsonNode document() {
        var body = anonymous()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return new JsonMapper().readTree(Objects.requireNonNull(body));
    }

    private record Read(String path, JsonNode operation) {

        JsonNode answer() {
            return operation.at("/responses/200");
        }
    }
}
