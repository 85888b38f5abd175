package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CustodyDiscrepancy;
import casebook.events.ExhibitEntered;
import casebook.events.Quantity;
import casebook.events.Unit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustodyTest {

    private static final Client HOANG = Client.officer("Hoàng");
    private static final Client LE = Client.officer("Lê");

    private final UUID seizure = UUID.randomUUID();
    private final UUID incident = Sample.filed(
            Client.TAN_THANH, Sample.filing(UUID.randomUUID()).setAll(Sample.object("""
                    {"seizures": [{"id": "%s", "item": "HEROIN", "quantity": "33.918", "unit": "KG"}]}
                    """.formatted(seizure))));

    @Test
    void anExhibitEntersCustodyOnceAndIsAllOfItsSeizureUnlessItSaysOtherwise() {
        var exhibit = UUID.randomUUID();
        var body = """
                {"id": "%s", "seizure": "%s", "description": "Ninety bricks", "custodian": "Hoàng"}
                """.formatted(exhibit, seizure);
        var first = enter(HOANG, body).expect(201);
        assertThat(first.text("/id")).isEqualTo(exhibit.toString());
        assertThat(first.text("/status")).isEqualTo("HELD");
        assertThat(first.header("Location")).isEqualTo("/api/v1/exhibits/" + exhibit);
        var entered = (ExhibitEntered) Recorded.ofExhibit(exhibit).getFirst();
        assertThat(entered.quantity()).isEqualTo(Quantity.of("33.918"));
        assertThat(entered.unit()).isEqualTo(Unit.KG);
        assertThat(entered.station()).hasToString("VN-09-TAN-THANH");

        var position = Recorded.position();
        assertThat(enter(HOANG, body).expect(200).body()).isEqualTo(first.body());
        enter(HOANG, body.replace("Ninety", "Eighty")).expect(409, "id-reused");
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @Test
    void anEntryIsRecognisedAfterItsSeizureWasAmendedAndItsIncidentVoided() {
        var body = """
                {"id": "%s", "seizure": "%s", "description": "Ninety bricks", "custodian": "Hoàng"}
                """.formatted(UUID.randomUUID(), seizure);
        var first = enter(HOANG, body).expect(201);
        HOANG.post("/incidents/" + incident + "/amendments", "{\"reason\": \"tea\", \"changes\": {\"seizures\": []}}")
                .expect(200);
        Client.COMMAND_09
                .post("/incidents/" + incident + "/void", "{\"reason\": \"a drill\"}")
                .expect(200);
        assertThat(enter(HOANG, body).expect(200).body()).isEqualTo(first.body());
        enter(HOANG, "{\"description\": \"a knife\", \"custodian\": \"Hoàng\"}").expect(409, "illegal-transition");
    }

    @Test
    void anExhibitWithoutASeizureIsOnePiece() {
        var exhibit = entered("{\"description\": \"a telephone\", \"custodian\": \"Hoàng\", \"sha256\": \"%s\"}"
                .formatted("a1".repeat(32)));
        var entered = (ExhibitEntered) Recorded.ofExhibit(exhibit).getFirst();
        assertThat(entered.quantity()).isEqualTo(Quantity.of("1"));
        assertThat(entered.unit()).isEqualTo(Unit.UNIT);
    }

    @Test
    void everyFaultOfAnEntryIsNamed() {
        enter(HOANG, "{}").expectFaults("/description", "/custodian");
        enter(HOANG, """
                {"id": 1, "seizure": "x", "description": " ", "quantity": "33,918", "unit": "STONE", "custodian": 7, "sha256": "abc", "held": 1}
                """)
                .expectFaults(
                        "/id", "/seizure", "/description", "/quantity", "/unit", "/custodian", "/sha256", "/held");
        enter(HOANG, "{\"description\": \"…\", \"custodian\": \"A\", \"quantity\": \"1\"}")
                .expectFaults("/unit");
        enter(HOANG, "{\"description\": \"…\", \"custodian\": \"A\", \"unit\": \"KG\"}")
                .expectFaults("/quantity");
        enter(HOANG, "{\"description\": \"…\", \"custodian\": \"A\", \"seizure\": \"%s\"}".formatted(UUID.randomUUID()))
                .expectFaults("/seizure");
        enter(HOANG, """
                {"description": "…", "custodian": "A", "seizure": "%s", "quantity": "1", "unit": "HA"}
                """.formatted(seizure)).expectFaults("/unit");
    }

    @Test
    void whatIsHandedOverIsReceivedByWhomItWasOfferedTo() {
        var exhibit = bricks();
        var transfer = "{\"id\": \"%s\", \"action\": \"TRANSFER\", \"to\": \"Lê\", \"reason\": \"to the store\"}"
                .formatted(UUID.randomUUID());
        var offered = custody(HOANG, exhibit, transfer).expect(200);
        assertThat(offered.text("/status")).isEqualTo("OFFERED");
        assertThat(custody(HOANG, exhibit, transfer).expect(200).body()).isEqualTo(offered.body());
        custody(HOANG, exhibit, "{\"action\": \"RECEIVE\", \"reason\": \"…\"}").expect(409, "not-the-receiver");
        custody(LE, exhibit, "{\"action\": \"RECEIVE\", \"quantity\": \"33\", \"unit\": \"KG\", \"reason\": \"…\"}")
                .expect(409, "custody-imbalance");
        assertThat(custody(LE, exhibit, "{\"action\": \"RECEIVE\", \"reason\": \"seals unbroken\"}")
                        .expect(200)
                        .text("/status"))
                .isEqualTo("HELD");
        custody(HOANG, exhibit, "{\"action\": \"TRANSFER\", \"to\": \"Vũ\", \"reason\": \"…\"}")
                .expect(409, "not-the-custodian");
        custody(LE, exhibit, "{\"action\": \"TRANSFER\", \"from\": \"Lê\", \"to\": \"Hoàng\", \"reason\": \"…\"}")
                .expect(200);
        custody(HOANG, exhibit, "{\"action\": \"REFUSE\", \"reason\": \"a seal is broken\"}")
                .expect(200);
    }

    @Test
    void noMoreLeavesThanIsHeldInWhateverUnit() {
        var exhibit = bricks();
        act(exhibit, "SAMPLE", "5", "G").expect(200);
        act(exhibit, "DESTROY", "33.9", "KG").expect(200);
        var refusal = act(exhibit, "RELEASE", "13.000001", "G").expect(409, "custody-imbalance");
        assertThat(refusal.text("/held")).isEqualTo("0.013");
        assertThat(refusal.text("/unit")).isEqualTo("KG");
        assertThat(act(exhibit, "RELEASE", "13000", "MG").expect(200).text("/status"))
                .isEqualTo("ENDED");
    }

    @Test
    void aWeighingBeyondTheToleranceIsTakenAndRecordedAsADiscrepancy() {
        var exhibit = bricks();
        custody(HOANG, exhibit, "{\"action\": \"TRANSFER\", \"to\": \"Lê\", \"reason\": \"…\"}")
                .expect(200);
        custody(LE, exhibit, "{\"action\": \"RECEIVE\", \"reason\": \"…\"}").expect(200);
        act(exhibit, "WEIGH", "33.6", "KG").expect(200);
        assertThat(Recorded.ofExhibit(exhibit)).noneMatch(CustodyDiscrepancy.class::isInstance);

        var weighing = """
                {"id": "%s", "action": "WEIGH", "quantity": "33.5", "unit": "KG", "reason": "yearly"}
                """.formatted(UUID.randomUUID());
        var first = custody(LE, exhibit, weighing).expect(200);
        var discrepancy = (CustodyDiscrepancy) Recorded.ofExhibit(exhibit).getLast();
        assertThat(discrepancy.custodians()).containsExactly("Hoàng", "Lê");
        assertThat(discrepancy.held()).isEqualByComparingTo("33.918");
        assertThat(discrepancy.weighed()).isEqualByComparingTo("33.5");
        assertThat(first.header("Casebook-Position")).isEqualTo(Long.toString(Recorded.position()));
        assertThat(custody(LE, exhibit, weighing).expect(200).body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAMPLE", "DESTROY", "RELEASE", "WEIGH"})
    void whatIsDoneWithAQuantityNamesIt(String action) {
        custody(HOANG, bricks(), "{\"action\": \"%s\"}".formatted(action))
                .expectFaults("/quantity", "/unit", "/reason");
    }

    @Test
    void everyFaultOfAnActionIsNamed() {
        var exhibit = bricks();
        custody(HOANG, exhibit, "{}").expectFaults("/action", "/reason");
        custody(HOANG, exhibit, "{\"action\": \"LOSE\", \"reason\": \"…\"}").expectFaults("/action");
        custody(HOANG, exhibit, "{\"action\": \"TRANSFER\", \"reason\": \"…\"}").expectFaults("/to");
        custody(HOANG, exhibit, "{\"action\": \"RECEIVE\", \"quantity\": 1, \"reason\": \"…\"}")
                .expectFaults("/unit");
        act(exhibit, "SAMPLE", "1", "L").expectFaults("/unit");
        act(exhibit, "SAMPLE", "-1", "KG").expectFaults("/quantity");
    }

    @Test
    void exhibitsAreForWhoeverWorksOnTheIncident() {
        var exhibit = bricks();
        var weigh = "{\"action\": \"WEIGH\", \"quantity\": \"1\", \"unit\": \"KG\", \"reason\": \"…\"}";
        for (var outsider : List.of(Client.CHI_MA, Client.NAM_CAN, Client.COMMAND_22)) {
            custody(outsider, exhibit, weigh).expect(404, "not-found");
            enter(outsider, "{\"description\": \"…\", \"custodian\": \"A\"}").expect(404, "not-found");
        }
        for (var reader : List.of(Client.ADMIN, Client.ANALYST, Client.AUDITOR)) {
            reader.post("/exhibits/x/custody", "{}").expect(403, "forbidden");
            reader.post("/incidents/x/exhibits", "{}").expect(403, "forbidden");
        }
        custody(HOANG, UUID.randomUUID(), weigh).expect(404, "not-found");
        custody(HOANG, incident, weigh).expect(404, "not-found");
    }

    @Test
    void aWriteOnAnotherVersionIsRefused() {
        var exhibit = bricks();
        HOANG.post(
                        "/exhibits/" + exhibit + "/custody",
                        "{\"action\": \"SAMPLE\", \"quantity\": \"1\", \"unit\": \"KG\", \"reason\": \"…\"}",
                        "If-Match",
                        "\"2\"")
                .expect(412, "version-mismatch");
    }

    @Test
    void aRefusalIsToldInTheCallersLanguage() {
        var vietnamese = HOANG.post(
                "/exhibits/" + bricks() + "/custody",
                "{\"action\": \"RECEIVE\", \"reason\": \"…\"}",
                "Accept-Language",
                "vi");
        vietnamese.expect(409, "no-transfer-pending");
        assertThat(vietnamese.text("/title")).isEqualTo("Không có bàn giao");
    }

    private UUID bricks() {
        return entered("{\"seizure\": \"%s\", \"description\": \"Ninety bricks\", \"custodian\": \"Hoàng\"}"
                .formatted(seizure));
    }

    private UUID entered(String body) {
        return UUID.fromString(enter(HOANG, body).expect(201).text("/id"));
    }

    private Answer enter(Client client, String body) {
        return client.post("/incidents/" + incident + "/exhibits", body);
    }

    private static Answer act(UUID exhibit, String action, String quantity, String unit) {
        return custody(HOANG, exhibit, """
                {"action": "%s", "quantity": "%s", "unit": "%s", "reason": "by order 7"}
                """.formatted(action, quantity, unit));
    }

    private static Answer custody(Client client, UUID exhibit, String body) {
        return client.post("/exhibits/" + exhibit + "/custody", body);
    }
}
