package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.http.Role;
import casebook.ledger.LedgerReader;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class FilingTest {

    private static final String FILING = """
            {"id": "%s", "station": "VN-09-TAN-THANH", "category": "DRUG_TRAFFICKING",
             "occurredAt": "2020-03-14T02:30:00+07:00", "detectedAt": "2020-03-14T02:40:00+07:00",
             "place": {"district": "Văn Lãng", "marker": "1090", "point": {"lat": 21.97, "lon": 106.68}},
             "source": "TIP_OFF", "agencies": ["CUSTOMS"], "summary": "Heroin in a motorcycle",
             "subjects": [{"role": "ARRESTED", "name": "Nguyễn Văn A", "sex": "MALE", "birthYear": 1988, "nationality": "VN",
               "document": {"type": "ID", "number": "012345678"}}],
             "seizures": [{"item": "HEROIN", "quantity": %s, "unit": "KG", "value": {"amount": "0", "currency": "VND"}}],
             "vehicles": [{"type": "MOTORCYCLE", "plate": "12-B1 345.67"}], "unnamed": {"SUSPECT": 3}, "vehicleCount": 2}
            """;

    private final WebTestClient station = RunningService.as(Role.STATION, "VN-09-TAN-THANH", null);
    private final LedgerReader ledger = RunningService.bean(LedgerReader.class);

    @Test
    void aFilingIsRecordedOnceHoweverOftenItIsSent() {
        var id = UUID.randomUUID();
        var first = post(FILING.formatted(id, "\"33.918\"")).expectStatus().isCreated();
        first.expectHeader().valueEquals("Location", "/api/v1/incidents/" + id);
        first.expectHeader().exists("Casebook-Position");
        var receipt = first.expectBody(Map.class).returnResult().getResponseBody();
        assertThat(receipt).containsEntry("status", "FILED").containsEntry("version", 1);
        assertThat((String) receipt.get("number")).matches("VN-09-TAN-THANH-2020-[0-9]{6}");
        var position = ledger.position();

        var again = post(FILING.formatted(id, "33.9180")).expectStatus().isOk();
        assertThat(again.expectBody(Map.class).returnResult().getResponseBody()).isEqualTo(receipt);
        assertThat(ledger.position()).isEqualTo(position);
    }

    @Test
    void anIdSentWithOtherContentIsRefused() {
        var id = UUID.randomUUID();
        post(FILING.formatted(id, "\"1\"")).expectStatus().isCreated();
        var position = ledger.position();
        post(FILING.formatted(id, "\"2\""))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://casebook.example/problems/id-reused");
        assertThat(ledger.position()).isEqualTo(position);
    }

    @Test
    void noNameOrPaperEntersTheLedgerInPlainText() {
        var id = UUID.randomUUID();
        post(FILING.formatted(id, "\"1\"")).expectStatus().isCreated();
        try (var lines = ledger.lines(java.util.List.of(id.toString()), ledger.position())) {
            assertThat(lines.next().line()).contains("\"person\":\"").doesNotContain("Nguy", "012345678", "1988");
        }
    }

    @Test
    void everyFaultIsNamedAtOnceByItsPointer() {
        var position = ledger.position();
        post("""
                {"id": "x", "station": "VN-99-NOWHERE", "category": "PIRACY", "occurredAt": "2999-01-01T00:00:00+07:00", "sumary": "typo",
                 "place": {"point": {"lat": 91}}, "agencies": ["FBI"],
                 "subjects": [{"name": " "}], "seizures": [{"item": "HEROIN", "quantity": "33,918", "unit": "HA"}, {"item": "OPIUM", "quantity": -1, "unit": "KG"}],
                 "vehicles": {}, "unnamed": {"WITCH": 1}, "vehicleCount": 1.5}
                """)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].pointer")
                .value((java.util.List<String> pointers) -> assertThat(pointers)
                        .containsExactlyInAnyOrder(
                                "/id",
                                "/station",
                                "/category",
                                "/occurredAt",
                                "/summary",
                                "/sumary",
                                "/place/point/lat",
                                "/place/point/lon",
                                "/agencies/0",
                                "/subjects/0/role",
                                "/subjects/0/name",
                                "/seizures/0/quantity",
                                "/seizures/0/unit",
                                "/seizures/1/quantity",
                                "/vehicles",
                                "/unnamed/WITCH",
                                "/vehicleCount"));
        assertThat(ledger.position()).isEqualTo(position);
    }

    @Test
    void aStationThatIsNotTheCallersOwnDoesNotExistForIt() {
        RunningService.as(Role.STATION, "VN-09-CHI-MA", null)
                .post()
                .uri("/api/v1/incidents")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(FILING.formatted(UUID.randomUUID(), "\"1\""))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/station");
    }

    @Test
    void anAuditorMayNotWrite() {
        RunningService.as(Role.AUDITOR, null, null)
                .post()
                .uri("/api/v1/incidents")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private WebTestClient.ResponseSpec post(String filing) {
        return station.post()
                .uri("/api/v1/incidents")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(filing)
                .exchange();
    }
}
