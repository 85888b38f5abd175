package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.command.handling.Terms;
import casebook.command.incident.ErasedPersons;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.PersonalDataErased;
import casebook.events.SealedPersonalData;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.personaldata.PersonVault;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ErasureTest {

    private static final String REASON = "{\"reason\": \"asked for by the person\"}";

    private final PersonVault vault = RunningService.bean(PersonVault.class);
    private final UUID incident = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final SubjectId subject = new SubjectId(person);

    @Test
    void anErasureIsAnEventWithItsReasonAndTheKeyIsGone() {
        var sealed = file();
        var receipt = erase(REASON).expect(200);
        assertThat(Recorded.ofIncident(incident).getLast())
                .isEqualTo(new PersonalDataErased(new IncidentId(incident), subject, "asked for by the person"));
        assertThat(receipt.text("/id")).isEqualTo(incident.toString());
        assertThat(receipt.header("Casebook-Position")).isEqualTo(receipt.text("/position"));
        assertThat(vault.open(subject, sealed)).isEmpty();
        assertThat(vault.sharingNumbers(List.of(subject))).isEmpty();
    }

    @Test
    void anErasureThatIsRepeatedIsAnsweredAsTheFirstTime() {
        file();
        var receipt = erase(REASON).expect(200).json();
        assertThat(erase(REASON).expect(200).json()).isEqualTo(receipt);
        assertThat(erase("{\"reason\": \"another one\"}").expect(200).json()).isEqualTo(receipt);
        assertThat(Recorded.ofIncident(incident)).hasSize(2);
    }

    @Test
    void anErasureIsRecognisedByItsId() {
        file();
        var request = Sample.object(REASON).put("id", UUID.randomUUID().toString());
        var receipt = erase(request).expect(200).json();
        assertThat(erase(request).expect(200).json()).isEqualTo(receipt);
        erase(request.put("reason", "another one")).expect(409, "id-reused");
    }

    @Test
    void theFilingSentAgainGetsItsReceiptAndBringsNothingBack() {
        var sealed = file();
        var number = ((IncidentFiled) Recorded.ofIncident(incident).getFirst()).number();
        erase(REASON).expect(200);
        var again = Client.TAN_THANH.post("/incidents", filing()).expect(200);
        assertThat(again.text("/number")).isEqualTo(number);
        assertThat(Client.TAN_THANH
                        .ndjson(filing().toString())
                        .lines()
                        .getFirst()
                        .path("outcome")
                        .asString())
                .isEqualTo("DUPLICATE");
        assertThat(vault.open(subject, sealed)).isEmpty();
        assertThat(Recorded.ofIncident(incident)).hasSize(2);
        Client.TAN_THANH.post("/incidents", filing().put("summary", "Coffee")).expect(409, "personal-data-erased");
    }

    @Test
    void whatWasAddedAndAmendedBeforeIsRecognisedAfterwards() {
        Sample.filed(Client.TAN_THANH, Sample.filing(incident));
        var added = subject().put("id", person.toString());
        var receipt = Client.TAN_THANH.post(path("subjects"), added).expect(201).json();
        var amendment = amendment(subject());
        var amended =
                Client.TAN_THANH.post(path("amendments"), amendment).expect(200).json();
        erase(REASON).expect(200);
        assertThat(Client.TAN_THANH.post(path("subjects"), added).expect(200).json())
                .isEqualTo(receipt);
        assertThat(Client.TAN_THANH
                        .post(path("amendments"), amendment)
                        .expect(200)
                        .json())
                .isEqualTo(amended);
        Client.TAN_THANH.post(path("subjects"), added.put("role", "VICTIM")).expect(409, "id-reused");
    }

    @Test
    void whoWasErasedIsNamedNoMoreByWhateverWay() {
        file();
        erase(REASON).expect(200);
        Client.TAN_THANH.post(path("amendments"), amendment(subject())).expect(409, "personal-data-erased");
        Client.TAN_THANH.post(path("subjects"), subject()).expect(409, "personal-data-erased");
        var other = filing().put("id", UUID.randomUUID().toString());
        Client.TAN_THANH.post("/incidents", other).expect(409, "personal-data-erased");
        Client.TAN_THANH
                .post(
                        path("amendments"),
                        amendment(Sample.object("{\"role\": \"VICTIM\"}").put("id", person.toString())))
                .expect(200);
        assertThat(Recorded.report(incident).subjects())
                .extracting(Subject::person)
                .containsOnlyNulls();
    }

    @Test
    void aPersonWhomTheReportListsNoMoreIsErasedAllTheSame() {
        var sealed = file();
        Client.TAN_THANH
                .post(path("amendments"), "{\"reason\": \"nobody\", \"changes\": {\"subjects\": []}}")
                .expect(200);
        erase(REASON).expect(200);
        assertThat(vault.open(subject, sealed)).isEmpty();
    }

    @Test
    void everyIncidentThatNamesThePersonHasTheEvent() {
        file();
        var second = UUID.randomUUID();
        Client.TAN_THANH
                .post("/incidents", filing().put("id", second.toString()))
                .expect(201);
        var receipt = erase(REASON).expect(200);
        assertThat(receipt.text("/id")).isEqualTo(second.toString());
        for (var naming : List.of(incident, second)) {
            assertThat(Recorded.ofIncident(naming).getLast()).isInstanceOf(PersonalDataErased.class);
        }
    }

    @Test
    void nothingIsErasedUnderLegalHold() {
        var sealed = file();
        var held = openedCase();
        Client.COMMAND_09
                .post("/cases/" + held + "/hold", "{\"reason\": \"an appeal\"}")
                .expect(200);
        erase(REASON).expect(409, "legal-hold");
        assertThat(vault.open(subject, sealed)).isPresent();
        Client.COMMAND_09
                .post("/cases/" + held + "/release-hold", "{\"reason\": \"decided\"}")
                .expect(200);
        erase(REASON).expect(200);
        assertThat(vault.open(subject, sealed)).isEmpty();
        Client.COMMAND_09
                .post("/cases/" + held + "/hold", "{\"reason\": \"too late\"}")
                .expect(200);
        erase(REASON).expect(200);
    }

    /** As after a kill between the event and the key. */
    @Test
    void anErasureThatBrokeOffIsCompletedFromTheLedger() {
        var sealed = file();
        var admin = Terms.of(new Caller("admin", "Admin", Set.of(Role.ADMIN), null, null));
        RunningService.bean(ErasedPersons.class)
                .record(new PersonalDataErased(new IncidentId(incident), subject, "broke off"), admin);
        Eventually.assertThat(() -> vault.open(subject, sealed).isEmpty());
        erase(REASON).expect(200);
        assertThat(Recorded.ofIncident(incident)).hasSize(2);
    }

    @Test
    void whoIsUnknownIsNotErased() {
        erase(REASON).expect(404, "not-found");
        Client.ADMIN
                .send("DELETE", "/subjects/x/personal-data", BodyPublishers.noBody())
                .expect(404, "not-found");
        var refused = filing().put("occurredAt", "2021-05-06T07:08:00+07:00");
        refused.put("summary", "x".repeat(70_000));
        Client.TAN_THANH.post("/incidents", refused).expect(413, "too-large");
        erase(REASON).expect(404, "not-found");
    }

    @Test
    void everyFaultIsNamedAndOnlyAnAdminErases() {
        file();
        erase("{}").expectFaults("/reason");
        Client.ADMIN
                .send("DELETE", "/subjects/" + person + "/personal-data", BodyPublishers.noBody())
                .expectFaults("/reason");
        erase("{\"reason\": 7, \"id\": \"x\", \"why\": 1}").expectFaults("/reason", "/id", "/why");
        for (var other : List.of(Client.TAN_THANH, Client.COMMAND_09, Client.ANALYST, Client.AUDITOR)) {
            erase(other, REASON).expect(403, "forbidden");
        }
        Client.NOBODY
                .send("DELETE", "/subjects/" + person + "/personal-data", BodyPublishers.noBody())
                .expect(401);
    }

    @Test
    void severalAreErasedAtOnceAndWhatIsRefusedOfOneHoldsUpNoOther() {
        file();
        var held = Sample.filing(UUID.randomUUID());
        var heldPerson = UUID.randomUUID();
        held.putArray("subjects")
                .add(Sample.object("{\"role\": \"WITNESS\", \"name\": \"Lò Mai\"}")
                        .put("id", heldPerson.toString()));
        Sample.filed(Client.TAN_THANH, held);
        var file = UUID.randomUUID();
        var opening = Sample.object("{\"title\": \"Tea\"}").put("id", file.toString());
        opening.putArray("incidents").add(held.get("id"));
        Client.TAN_THANH.post("/cases", opening).expect(201);
        Client.COMMAND_09.post("/cases/" + file + "/hold", REASON).expect(200);
        var stranger = UUID.randomUUID();

        var answer = Client.ADMIN
                .post("/erasures", all(stranger, heldPerson, person, person), "Accept-Language", "vi")
                .expect(200);
        assertThat(answer.json().valueStream().map(one -> one.path("subject").asString()))
                .containsExactly(stranger.toString(), heldPerson.toString(), person.toString());
        assertThat(answer.json().valueStream().map(one -> one.path("outcome").asString()))
                .containsExactly("REFUSED", "REFUSED", "ERASED");
        assertThat(answer.text("/0/problem/status")).isEqualTo("404");
        assertThat(answer.text("/1/problem/type")).endsWith("/legal-hold");
        assertThat(answer.header("Casebook-Position")).isEqualTo(answer.text("/2/position"));
        assertThat(Client.ADMIN.post("/erasures", all(person)).expect(200).text("/0/position"))
                .as("a repeat")
                .isEqualTo(answer.text("/2/position"));
        assertThat(erase(REASON).expect(200).text("/position")).isEqualTo(answer.text("/2/position"));
    }

    @Test
    void everyFaultOfSeveralErasuresIsNamed() {
        Client.ADMIN.post("/erasures", "{}").expectFaults("/subjects", "/reason");
        Client.ADMIN
                .post("/erasures", "{\"subjects\": [\"x\", 7], \"reason\": \" \", \"id\": 1}")
                .expectFaults("/subjects/0", "/subjects/1", "/reason", "/id");
        Client.ADMIN.post("/erasures", all()).expectFaults("/subjects");
        var many = IntStream.range(0, 101).mapToObj(_ -> UUID.randomUUID()).toArray(UUID[]::new);
        Client.ADMIN.post("/erasures", all(many)).expectFaults("/subjects");
    }

    private static ObjectNode all(UUID... persons) {
        var erasures = Sample.object(REASON);
        var subjects = erasures.putArray("subjects");
        for (var one : persons) {
            subjects.add(one.toString());
        }
        return erasures;
    }

    private SealedPersonalData file() {
        Sample.filed(Client.TAN_THANH, filing());
        var filed = (IncidentFiled) Recorded.ofIncident(incident).getFirst();
        return Objects.requireNonNull(filed.details().subjects().getFirst().person());
    }

    private UUID openedCase() {
        var id = UUID.randomUUID();
        Client.TAN_THANH
                .post(
                        "/cases",
                        Sample.object("{\"title\": \"Tea\", \"incidents\": [\"%s\"]}".formatted(incident))
                                .put("id", id.toString()))
                .expect(201);
        return id;
    }

    private ObjectNode filing() {
        var filing = Sample.filing(incident);
        filing.putArray("subjects").add(subject());
        return filing;
    }

    private ObjectNode subject() {
        return Sample.object("""
                {"role": "SUSPECT", "name": "Đinh Quế Ly", "birthYear": 1991, "document": {"type": "ID", "number": "0917-553-208"}}
                """).put("id", person.toString());
    }

    private static ObjectNode amendment(ObjectNode subject) {
        var amendment = Sample.object("{\"reason\": \"spelt wrongly\", \"changes\": {\"source\": \"PATROL\"}}")
                .put("id", "0197c0de-0000-7000-8000-000000000001");
        ((ObjectNode) amendment.get("changes")).putArray("subjects").add(subject);
        return amendment;
    }

    private Answer erase(Object body) {
        return erase(Client.ADMIN, body);
    }

    private Answer erase(Client client, Object body) {
        return client.send(
                "DELETE",
                "/subjects/" + person + "/personal-data",
                BodyPublishers.ofString(body.toString()),
                "Content-Type",
                "application/json");
    }

    private String path(String what) {
        return "/incidents/" + incident + "/" + what;
    }
}
