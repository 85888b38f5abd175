package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DuplicateTest {

    /** A day of its own, so that tests do not meet. */
    private final String day = "20%02d-%02d-%02d"
            .formatted(
                    ThreadLocalRandom.current().nextInt(2, 20),
                    ThreadLocalRandom.current().nextInt(1, 13),
                    ThreadLocalRandom.current().nextInt(1, 29));

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void theSameReportUnderAnotherIdIsNamedWithItsReasons() {
        var number =
                file(Client.TAN_THANH, with(filing(first, "02:00"), HEROIN)).text("/number");
        var answer = file(Client.TAN_THANH, with(filing(second, "02:00"), HEROIN));
        assertThat(answer.json().path("possibleDuplicates")).singleElement().satisfies(found -> {
            assertThat(found.path("incident").asString()).isEqualTo(first.toString());
            assertThat(found.path("number").asString()).isEqualTo(number);
            assertThat(found.path("score").decimalValue()).isBetween(new BigDecimal("0.5"), BigDecimal.ONE);
            assertThat(reasons(found))
                    .containsExactlyInAnyOrder("SAME_STATION", "CLOSE_IN_TIME", "SAME_ITEMS", "SAME_TEXT");
        });
    }

    @Test
    void aReportLikeNoOtherHasNone() {
        assertThat(file(Client.TAN_THANH, with(filing(first, "02:00"), HEROIN))
                        .json()
                        .has("possibleDuplicates"))
                .isFalse();
        var other = with(
                        filing(second, "03:00"),
                        "{\"seizures\": [{\"item\": \"TIMBER\", \"quantity\": \"1\", \"unit\": \"T\"}]}")
                .put("summary", "Logs");
        assertThat(duplicates(file(Client.TAN_THANH, other))).isEmpty();
    }

    @Test
    void aNeighbouringStationsReportOfTheSameVehicleIsOneAndOnlyTheirCommandHears() {
        file(
                Client.TAN_THANH,
                with(filing(first, "02:00"), TRUCK.formatted("12C-345.67")).put("summary", "A truck"));
        var second =
                with(filing(this.second, "09:00"), TRUCK.formatted("12c 34567")).put("station", "VN-09-CHI-MA");
        assertThat(duplicates(file(Client.COMMAND_09, second))).containsExactly(first.toString());
        var third = with(filing(UUID.randomUUID(), "09:00"), TRUCK.formatted("12C34567"))
                .put("station", "VN-09-CHI-MA");
        assertThat(duplicates(file(Client.CHI_MA, third))).containsExactly(this.second.toString());
        var elsewhere = with(filing(UUID.randomUUID(), "09:00"), TRUCK.formatted("12C34567"))
                .put("station", "VN-22-NAM-CAN");
        assertThat(duplicates(file(Client.NAM_CAN, elsewhere))).isEmpty();
    }

    @Test
    void thePersonThatBothNameIsAReason() {
        file(
                Client.TAN_THANH,
                with(filing(first, "02:00"), PERSON.formatted("Nguyễn Văn A", "012 345"))
                        .put("summary", "One"));
        var answer = file(
                Client.TAN_THANH,
                with(filing(second, "13:00"), PERSON.formatted("NGUYEN VAN A", "012345"))
                        .put("summary", "Two"));
        assertThat(answer.json().path("possibleDuplicates"))
                .singleElement()
                .satisfies(found -> assertThat(reasons(found)).contains("SAME_PERSON"));
        var other = with(filing(UUID.randomUUID(), "13:00"), PERSON.formatted("Nguyễn Văn A", "99"))
                .put("summary", "Three");
        assertThat(duplicates(file(Client.TAN_THANH, other))).isEmpty();
    }

    @Test
    void theReceiptOfARepeatIsTheFirstForWhoeverHasTheSameScope() {
        file(Client.TAN_THANH, with(filing(first, "02:00"), HEROIN));
        var body = with(filing(second, "02:00"), HEROIN);
        var receipt = file(Client.TAN_THANH, body).json();
        file(Client.TAN_THANH, with(filing(UUID.randomUUID(), "02:00"), HEROIN));
        assertThat(Client.TAN_THANH.post("/incidents", body).expect(200).json()).isEqualTo(receipt);
        assertThat(duplicates(Client.COMMAND_09.post("/incidents", body).expect(200)))
                .isEmpty();
    }

    @Test
    void twoBatchesAndTheLinesOfOneAreCompared() {
        var offline = Client.TAN_THANH
                .ndjson(with(filing(first, "02:00"), HEROIN).toString())
                .lines();
        assertThat(offline.getFirst().has("possibleDuplicates")).isFalse();
        var third = UUID.randomUUID();
        var later = Client.TAN_THANH
                .ndjson(with(filing(second, "03:00"), HEROIN) + "\n" + with(filing(third, "04:00"), HEROIN))
                .lines();
        assertThat(duplicates(later.get(0))).contains(first.toString());
        assertThat(duplicates(later.get(1))).contains(first.toString(), second.toString());
    }

    @Test
    void whatWasVoidedIsNoDuplicate() {
        file(Client.TAN_THANH, with(filing(first, "02:00"), HEROIN));
        Client.COMMAND_09
                .post("/incidents/" + first + "/void", "{\"reason\": \"a drill\"}")
                .expect(200);
        Eventually.assertThat(() ->
                duplicates(file(Client.TAN_THANH, with(filing(UUID.randomUUID(), "02:00"), HEROIN))).stream()
                        .noneMatch(first.toString()::equals));
    }

    private static final String HEROIN =
            "{\"seizures\": [{\"item\": \"HEROIN\", \"quantity\": \"1\", \"unit\": \"KG\"}]}";
    private static final String TRUCK = "{\"vehicles\": [{\"type\": \"TRUCK\", \"plate\": \"%s\"}]}";
    private static final String PERSON =
            "{\"subjects\": [{\"role\": \"ARRESTED\", \"name\": \"%s\", \"document\": {\"type\": \"ID\", \"number\": \"%s\"}}]}";

    private ObjectNode filing(UUID id, String time) {
        return Sample.filing(id).put("category", "DRUG_TRAFFICKING").put("occurredAt", day + "T" + time + ":00+07:00");
    }

    private static ObjectNode with(ObjectNode filing, String more) {
        return filing.setAll(Sample.object(more));
    }

    private static Answer file(Client client, ObjectNode filing) {
        return client.post("/incidents", filing).expect(201);
    }

    private static List<String> duplicates(Answer answer) {
        return duplicates(answer.json());
    }

    private static List<String> duplicates(JsonNode receipt) {
        return receipt.path("possibleDuplicates")
                .valueStream()
                .map(found -> found.path("incident").asString())
                .toList();
    }

    private static List<String> reasons(JsonNode found) {
        return found.path("reasons").valueStream().map(JsonNode::asString).toList();
    }
}
