package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.ledger.LedgerReader;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilingTest {

    private static final String SEIZING = """
            {"id": "%s", "station": "VN-09-TAN-THANH", "category": "DRUG_TRAFFICKING", "occurredAt": "2021-05-06T07:08:00+07:00",
             "summary": "Heroin in a motorcycle",
             "seizures": [{"item": "HEROIN", "quantity": %s, "unit": "KG", "value": {"amount": "0", "currency": "VND"}}]}
            """;

    @Test
    void anAnswerOfAnotherKindThanAskedForIsNotARefusal() {
        Client.TAN_THANH
                .post("/incidents", Sample.filing(UUID.randomUUID()), "Accept", "text/csv")
                .expect(201);
    }

    @Test
    void aFilingIsRecordedOnceHoweverOftenItIsSent() {
        var id = UUID.randomUUID();
        var first = post(seizing(id, "\"33.918\"")).expect(201);
        assertThat(first.header("Location")).isEqualTo("/api/v1/incidents/" + id);
        assertThat(first.header("Casebook-Position")).isEqualTo(first.text("/position"));
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(first.text("/status")).isEqualTo("FILED");
        assertThat(first.text("/version")).isEqualTo("1");
        assertThat(first.text("/number")).matches("VN-09-TAN-THANH-2021-[0-9]{6}");
        var position = Recorded.position();

        var again = post(seizing(id, "33.9180")).expect(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Casebook-Position")).isEqualTo(first.header("Casebook-Position"));
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @Test
    void aFilingSentAgainAfterACorrectionGetsItsFirstReceipt() {
        var filing = Sample.fullFiling(UUID.randomUUID());
        var first = post(filing).expect(201);
        Client.TAN_THANH
                .post("/incidents/" + filing.path("id").asString() + "/amendments", """
                {"reason": "misread", "changes": {"summary": "Coffee", "vehicleCount": 7}}""")
                .expect(200);
        assertThat(post(filing).expect(200).body()).isEqualTo(first.body());
    }

    @Test
    void anIdSentWithOtherContentIsRefused() {
        var id = UUID.randomUUID();
        post(seizing(id, "\"1\"")).expect(201);
        var position = Recorded.position();
        post(seizing(id, "\"2\"")).expect(409, "id-reused");
        Client.COMMAND_22.post("/incidents", Sample.filing(id, "VN-22-NAM-CAN")).expect(409, "id-reused");
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @Test
    void aFilingWithoutAnIdGetsOne() {
        var filing = Sample.filing(UUID.randomUUID()).without("id");
        var id = post(filing).expect(201).text("/id");
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
    }

    @Test
    void aFilingAtTheSameTimeFromManyIsRecordedOnce() {
        var filing = Sample.filing(UUID.randomUUID());
        var position = Recorded.position();
        var answers = AtOnce.call(8, _ -> post(filing));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(answers)
                .extracting(answer -> answer.text("/number"))
                .containsOnly(answers.getFirst().text("/number"));
        assertThat(Recorded.position()).isEqualTo(position + 1);
    }

    @Test
    void noNameOrPaperEntersTheLedgerInPlainText() {
        var filing = Sample.fullFiling(UUID.randomUUID());
        post(filing).expect(201);
        var id = filing.path("id").asString();
        try (var lines = RunningService.bean(LedgerReader.class).lines(List.of(id), Recorded.position())) {
            assertThat(lines.next().line()).contains("\"person\":\"").doesNotContain("Nguy", "1988");
        }
    }

    @Test
    void everyFaultIsNamedAtOnceByItsPointer() {
        var position = Recorded.position();
        Client.TAN_THANH
                .post("/incidents", """
                {"id": "x", "station": "VN-99-NOWHERE", "category": "PIRACY", "occurredAt": "2999-01-01T00:00:00+07:00", "sumary": "typo",
                 "place": {"point": {"lat": 91}}, "agencies": ["FBI"],
                 "subjects": [{"name": " "}], "seizures": [{"item": "HEROIN", "quantity": "33,918", "unit": "HA"}, {"item": "OPIUM", "quantity": -1, "unit": "KG"}],
                 "vehicles": {}, "unnamed": {"WITCH": 1}, "vehicleCount": 1.5}
                """)
                .expectFaults(
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
                        "/vehicleCount");
        assertThat(Recorded.position()).isEqualTo(position);
    }

    @Test
    void aCoordinateThatIsTextIsNoNumberAndOneBeyondTheEarthIsOutOfRange() {
        var filing = Sample.filing(UUID.randomUUID()).setAll(Sample.object("""
                {"place": {"point": {"lat": "21.97", "lon": 181}}}
                """));
        var answer = Client.TAN_THANH.post("/incidents", filing);
        answer.expectFaults("/place/point/lat", "/place/point/lon");
        assertThat(answer.text("/errors/0/message")).startsWith("A number is needed");
        assertThat(answer.text("/errors/1/message")).isEqualTo("The number is out of its range.");
    }

    @Test
    void everyRequiredMemberIsNamedWhereItWouldStand() {
        Client.TAN_THANH
                .post("/incidents", """
                {"subjects": [{}], "seizures": [{"value": {}}], "vehicles": [{}], "place": {"point": {}}}""")
                .expectFaults(
                        "/station",
                        "/category",
                        "/occurredAt",
                        "/summary",
                        "/subjects/0/role",
                        "/seizures/0/item",
                        "/seizures/0/quantity",
                        "/seizures/0/unit",
                        "/seizures/0/value/amount",
                        "/seizures/0/value/currency",
                        "/vehicles/0/type",
                        "/place/point/lat",
                        "/place/point/lon");
    }

    @Test
    void anIdThatStandsTwiceInAListIsAFault() {
        var vehicle = "{\"id\": \"0197c0de-0000-7000-8000-000000000001\", \"type\": \"CAR\"}";
        var filing = Sample.filing(UUID.randomUUID());
        filing.set(
                "vehicles",
                Sample.object("{\"list\": [" + vehicle + ", " + vehicle + "]}").get("list"));
        post(filing).expectFaults("/vehicles/1/id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"33,918\"",
                "\"1 000\"",
                "\"NaN\"",
                "-1",
                "\"-1\"",
                "\"\"",
                "\"1e3\"",
                "\".5\"",
                "\"5.\"",
                "\"+1\"",
                "true",
                "[]",
                "1000000000000",
                "0.0000000001",
                "1e12",
                "1e-10",
                "1e2147483647",
                "1e-2147483647",
                "-1e2147483647",
                "1e400",
                "-1e2147483647",
                "1e400"
            })
    void aQuantityThatIsNoExactDecimalOfItsSizeIsAFault(String quantity) {
        post(seizing(UUID.randomUUID(), quantity)).expectFaults("/seizures/0/quantity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483648", "1e-99999999999"})
    void aNumberBeyondAllDecimalsIsMalformed(String quantity) {
        post(seizing(UUID.randomUUID(), quantity)).expect(400, "malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "\"0.0\", 0",
        "1e3, 1000",
        "33.9180, 33.918",
        "\"999999999999.999999999\", 999999999999.999999999"
    })
    void aQuantityIsRecordedExactly(String given, String recorded) {
        var id = UUID.randomUUID();
        post(seizing(id, given)).expect(201);
        assertThat(Recorded.report(id).seizures().getFirst().quantity()).hasToString(recorded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-03-14",
                "2020-03-14T02:30:00",
                "1899-12-31T23:59:59Z",
                "2101-01-01T00:00:00Z",
                "2021-02-29T00:00:00Z",
                "yesterday"
            })
    void aTimeWithoutAnOffsetOrOutOfTheYearsIsAFault(String time) {
        post(Sample.filing(UUID.randomUUID()).put("occurredAt", time)).expectFaults("/occurredAt");
    }

    @Test
    void aPlaceWithoutAProvinceIsInTheProvinceOfItsStation() {
        var nowhere = Sample.filed();
        assertThat(Recorded.report(nowhere).place().province()).hasToString("VN-09");
        var filing = Sample.filing(UUID.randomUUID());
        filing.set("place", Sample.object("{\"marker\": \"1090\"}"));
        assertThat(Recorded.report(Sample.filed(Client.TAN_THANH, filing))
                        .place()
                        .province())
                .hasToString("VN-09");
    }

    @Test
    void theYearOfANumberIsThatOfTheReportingZone() {
        var newYearInVietnam = Sample.filing(UUID.randomUUID()).put("occurredAt", "2020-12-31T17:30:00Z");
        assertThat(post(newYearInVietnam).expect(201).text("/number")).contains("-2021-");
    }

    @Test
    void aStationOutOfScopeIsAnsweredAsOneThatIsNotRegistered() {
        var filing = Sample.filing(UUID.randomUUID());
        var foreign = Client.CHI_MA.post("/incidents", filing);
        foreign.expectFaults("/station");
        var unknown = Client.CHI_MA.post("/incidents", filing.put("station", "VN-09-NOWHERE"));
        assertThat(unknown.body()).isEqualTo(foreign.body());
    }

    @Test
    void aStationFilesForItselfACommandForItsProvinceAndAnAdministratorForAll() {
        Sample.filed(Client.TAN_THANH, Sample.filing(UUID.randomUUID()));
        Sample.filed(Client.COMMAND_09, Sample.filing(UUID.randomUUID(), "VN-09-CHI-MA"));
        Sample.filed(Client.ADMIN, Sample.filing(UUID.randomUUID(), "VN-22-NAM-CAN"));
        Client.COMMAND_22.post("/incidents", Sample.filing(UUID.randomUUID())).expectFaults("/station");
    }

    @Test
    void aRoleThatReadsWidelyWidensNoWrite() {
        var both = new Client(RunningService.token(List.of("STATION", "ANALYST"), "VN-09-CHI-MA", null));
        both.post("/incidents", Sample.filing(UUID.randomUUID())).expectFaults("/station");
    }

    /** As text, so that a number is sent as it is written here. */
    private static String seizing(UUID id, String quantity) {
        return SEIZING.formatted(id, quantity);
    }

    private static Answer post(Object filing) {
        return Client.TAN_THANH.post("/incidents", filing);
    }
}
