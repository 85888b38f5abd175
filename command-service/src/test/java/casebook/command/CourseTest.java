package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.Item;
import casebook.events.LabResultRecorded;
import casebook.events.Percentage;
import casebook.events.SubjectOutcome;
import casebook.events.SubjectOutcomeRecorded;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CourseTest {

    private final UUID violator = UUID.randomUUID();
    private final UUID victim = UUID.randomUUID();
    private final UUID seizure = UUID.randomUUID();
    private final UUID incident =
            Sample.filed(Client.TAN_THANH, Sample.filing(UUID.randomUUID()).setAll(Sample.object("""
                    {"subjects": [{"id": "%s", "role": "VIOLATOR"}, {"id": "%s", "role": "VICTIM"}],
                     "seizures": [{"id": "%s", "item": "SYNTHETIC_DRUG", "quantity": "200", "unit": "G"}]}
                    """.formatted(
                            violator, victim, seizure))));

    @Test
    void whatBecameOfAPersonIsRecordedOnceUnderItsId() {
        var body = """
                {"id": "%s", "outcome": "SANCTIONED", "amount": {"amount": "2500000.0", "currency": "VND"}, "detail": "12/QĐ"}
                """.formatted(UUID.randomUUID());
        var first = post(subject(violator, "outcomes"), body).expect(201);
        assertThat(first.text("/id")).isEqualTo(incident.toString());
        var recorded = (SubjectOutcomeRecorded) Recorded.ofIncident(incident).getLast();
        assertThat(recorded.outcome()).isEqualTo(SubjectOutcome.SANCTIONED);
        assertThat(recorded.amount().amount()).isEqualByComparingTo("2500000");
        assertThat(post(subject(violator, "outcomes"), body.replace("2500000.0", "2500000"))
                        .expect(200)
                        .body())
                .isEqualTo(first.body());
        post(
                        subject(violator, "outcomes"),
                        body.replace("SANCTIONED", "RELEASED").replaceAll("\"amount.*}, ", ""))
                .expect(409, "id-reused");
    }

    @Test
    void onlyASanctionHasAnAmount() {
        post(
                        subject(violator, "outcomes"),
                        "{\"outcome\": \"EXPELLED\", \"amount\": {\"amount\": \"1\", \"currency\": \"VND\"}}")
                .expectFaults("/amount");
        post(subject(violator, "outcomes"), "{\"outcome\": \"EXPELLED\"}").expect(201);
        post(subject(violator, "outcomes"), "{}").expectFaults("/outcome");
        post(
                        subject(violator, "outcomes"),
                        "{\"outcome\": \"FINED\", \"amount\": {\"amount\": \"1\", \"currency\": \"VND\"}}")
                .expectFaults("/outcome");
    }

    @Test
    void aVictimIsSupportedAndReferredAndAViolatorIsNot() {
        post(subject(victim, "support"), "{\"support\": \"SHELTER\", \"detail\": \"three nights\"}")
                .expect(201);
        post(subject(victim, "referrals"), "{\"to\": \"Ngôi nhà Bình yên\"}").expect(201);
        post(subject(violator, "support"), "{\"support\": \"MEDICAL\"}").expect(409, "not-a-victim");
        post(subject(violator, "referrals"), "{\"to\": \"…\"}").expect(409, "not-a-victim");
        post(subject(victim, "support"), "{\"support\": \"MONEY\"}").expectFaults("/support");
        post(subject(victim, "referrals"), "{}").expectFaults("/to");
    }

    @Test
    void aLaboratoryIsAskedAndAnswersWithItemAndPurity() {
        post(lab(""), "{\"laboratory\": \"Institute\", \"dueBy\": \"2030-01-01T00:00:00Z\"}")
                .expect(201);
        post(lab("/result"), "{\"item\": \"METHAMPHETAMINE\", \"purity\": \"72.50\"}")
                .expect(201);
        var result = (LabResultRecorded) Recorded.ofIncident(incident).getLast();
        assertThat(result.item()).isEqualTo(Item.METHAMPHETAMINE);
        assertThat(result.purity()).isEqualTo(Percentage.of("72.5"));
        assertThat(Recorded.report(incident).seizures().getFirst().item()).isEqualTo(Item.SYNTHETIC_DRUG);
    }

    @Test
    void anotherResultIsTakenOnceALaboratoryIsAskedAgain() {
        var first = "{\"id\": \"%s\", \"item\": \"METHAMPHETAMINE\"}".formatted(UUID.randomUUID());
        var other = "{\"item\": \"KETAMINE\"}";
        post(lab("/result"), first).expect(201);
        var position = Recorded.position();
        post(lab("/result"), other).expect(409, "lab-reported");
        post(lab("/result"), first).expect(200);
        assertThat(Recorded.position()).isEqualTo(position);
        post(lab(""), "{\"laboratory\": \"Institute\"}").expect(201);
        post(lab("/result"), other).expect(201);
        assertThat(((LabResultRecorded) Recorded.ofIncident(incident).getLast()).item())
                .isEqualTo(Item.KETAMINE);
    }

    @Test
    void everyFaultOfALaboratorysResultIsNamed() {
        post(lab("/result"), "{\"item\": \"SALT\", \"purity\": \"100.0001\"}").expectFaults("/item", "/purity");
        post(lab("/result"), "{\"item\": \"HEROIN\", \"purity\": \"-1\"}").expectFaults("/purity");
        post(lab("/result"), "{\"item\": \"FIREARM\"}").expectFaults("/item");
        post(lab(""), "{\"dueBy\": \"tomorrow\", \"lab\": 1}").expectFaults("/dueBy", "/lab");
    }

    @Test
    void whatIsNotListedHasNoCourse() {
        post(subject(UUID.randomUUID(), "outcomes"), "{\"outcome\": \"RELEASED\"}")
                .expect(404, "not-found");
        post("/seizures/" + UUID.randomUUID() + "/lab", "{}").expect(404, "not-found");
        post("/subjects/x/outcomes", "{\"outcome\": \"RELEASED\"}").expect(404, "not-found");
    }

    @Test
    void nothingGoesOnAfterAReportWasVoided() {
        Client.COMMAND_09
                .post("/incidents/" + incident + "/void", "{\"reason\": \"a drill\"}")
                .expect(200);
        post(subject(violator, "outcomes"), "{\"outcome\": \"RELEASED\"}").expect(409, "illegal-transition");
        post(lab(""), "{}").expect(409, "illegal-transition");
    }

    @Test
    void theCourseIsForWhoeverWorksOnTheIncident() {
        var paths = List.of(
                subject(violator, "outcomes"),
                subject(victim, "support"),
                subject(victim, "referrals"),
                lab(""),
                lab("/result"));
        for (var reader : List.of(Client.ADMIN, Client.ANALYST, Client.AUDITOR)) {
            paths.forEach(path -> reader.post("/incidents/x" + path, "{}").expect(403, "forbidden"));
        }
        var outcome = "{\"outcome\": \"RELEASED\"}";
        for (var outsider : List.of(Client.CHI_MA, Client.COMMAND_22)) {
            outsider.post("/incidents/" + incident + paths.getFirst(), outcome).expect(404, "not-found");
        }
        Client.COMMAND_09
                .post("/incidents/" + incident + paths.getFirst(), outcome)
                .expect(201);
    }

    @Test
    void aRefusalIsToldInTheCallersLanguage() {
        var vietnamese = Client.TAN_THANH.post(
                "/incidents/" + incident + subject(violator, "support"),
                "{\"support\": \"MEDICAL\"}",
                "Accept-Language",
                "vi");
        assertThat(vietnamese.text("/title")).isEqualTo("Không phải nạn nhân");
    }

    private Answer post(String path, String body) {
        return Client.TAN_THANH.post("/incidents/" + incident + path, body);
    }

    private static String subject(UUID id, String what) {
        return "/subjects/" + id + "/" + what;
    }

    private String lab(String further) {
        return "/seizures/" + seizure + "/lab" + further;
    }
}
