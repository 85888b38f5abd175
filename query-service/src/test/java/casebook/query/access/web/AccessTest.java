package casebook.query.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CountryCode;
import casebook.events.IncidentId;
import casebook.events.PersonalData;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.http.Role;
import casebook.query.Eventually;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.audit.Signing;
import casebook.transparency.NoteCheck;
import casebook.transparency.SignedNote;
import casebook.transparency.VerifierKey;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;

class AccessTest extends ServiceTest {

    private static final String NAME = "Lương Thị Kín";

    private final SubjectId person = new SubjectId(UUID.randomUUID());
    private final IncidentId incident = Sample.incident();
    private final String plate =
            "AC" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);
    private final String papers = UUID.randomUUID().toString();

    @BeforeEach
    void fileWithAPerson() {
        file(incident, person);
    }

    @Test
    void whoSeesAPersonInClearIsRecordedBeforeTheAnswer() {
        var before = Instant.now().minusSeconds(1);
        look(Tokens.command("VN-09", "Đại úy Mai"), "%C3%A1n%20s%E1%BB%91%2012/2024");

        var expected = Map.of(
                "who", "Đại úy Mai",
                "account", "user-1",
                "role", "COMMAND",
                "purpose", "án số 12/2024",
                "from", "127.0.0.1",
                "path", "/api/v1/incidents/" + incident);
        assertThat(accesses("subject=" + person)).singleElement().satisfies(record -> {
            assertThat(record).containsAllEntriesOf(expected).containsEntry("what", "PERSON");
            assertThat(record).containsEntry("subject", person.toString());
            assertThat(Instant.parse(record.get("at"))).isBetween(before, Instant.now());
        });
        assertThat(accesses("subject=" + incident))
                .singleElement()
                .satisfies(record ->
                        assertThat(record).containsAllEntriesOf(expected).containsEntry("what", "INCIDENT"));
    }

    @Test
    void whoSeesAPersonMaskedIsRecordedSoonAfter() throws Throwable {
        look(Tokens.of(Role.ANALYST), "study");
        Eventually.eventually(() -> assertThat(whats(person.toString())).containsExactly("PERSON_MASKED"));
        look(Tokens.station("VN-09-A"), "");
        Eventually.eventually(
                () -> assertThat(whats(incident.toString())).containsExactly("INCIDENT_MASKED", "INCIDENT_MASKED"));
    }

    @Test
    void whoIsToldOfARelatedPersonIsRecorded() throws Throwable {
        var other = new SubjectId(UUID.randomUUID());
        file(Sample.incident(), other);
        look(Tokens.station("VN-09-A"), "");
        Eventually.eventually(() -> assertThat(whats(other.toString())).containsExactly("RELATED_PERSON"));

        read(Tokens.of(Role.ANALYST), "/api/v1/vehicles?plate=" + plate)
                .expectStatus()
                .isOk();
        Eventually.eventually(
                () -> assertThat(whats(other.toString())).containsExactly("RELATED_PERSON", "VEHICLE_COMPANION"));
    }

    @Test
    void whatLeavesIsRecordedBeforeItLeaves() {
        Signing.sign(FEED);
        var auditor = Tokens.of(Role.AUDITOR);
        for (var path : List.of("/api/v1/audit/bundle?incident=" + incident, "/api/v1/audit/timeline/" + incident)) {
            read(auditor, path).expectStatus().isOk().expectBody().returnResult();
        }
        assertThat(whats(incident.toString())).containsExactly("BUNDLE", "LINES");

        var who = "Officer-" + UUID.randomUUID();
        for (var path : List.of("/api/v1/statistics/yearly?format=csv", "/api/v1/incidents?format=xlsx&limit=1")) {
            read(Tokens.command("VN-09", who), path)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult();
        }
        assertThat(accesses("who=" + who))
                .extracting(record -> record.get("what") + " " + record.get("subject"))
                .containsExactly("EXPORT /api/v1/statistics/yearly", "EXPORT /api/v1/incidents");
    }

    @Test
    void whatIsRefusedIsNotRecorded() {
        read(Tokens.station("VN-22-OTHER"), "/api/v1/incidents/" + incident)
                .expectStatus()
                .isNotFound();
        read(Tokens.of(Role.ANALYST), "/api/v1/audit/timeline/" + incident)
                .expectStatus()
                .isForbidden();
        look(Tokens.station("VN-09-A"), "barrier");
        assertThat(whats(incident.toString())).containsExactly("INCIDENT");
    }

    @Test
    void recordsAreFoundByWhoLookedAndWhen() {
        var who = "Officer-" + UUID.randomUUID();
        var before = Instant.now().minusSeconds(1);
        look(Tokens.command("VN-09", who), "inquiry");
        var after = Instant.now().plusSeconds(1);
        assertThat(accesses("who=" + who)).hasSize(2);
        assertThat(accesses("who=" + who + "&from=" + before + "&to=" + after)).hasSize(2);
        assertThat(accesses("who=" + who + "&from=" + after)).isEmpty();
        assertThat(accesses("who=" + who + "&to=" + before)).isEmpty();
        assertThat(accesses("who=" + who + "&subject=" + person)).hasSize(1);
        var lines = as(Tokens.of(Role.AUDITOR))
                .get()
                .uri("/api/v1/audit/access?who=" + who)
                .accept(MediaType.APPLICATION_NDJSON)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(lines).hasLineCount(2);
    }

    @Test
    void onlyAuditorsReadTheRecords() {
        for (var role : List.of(Role.STATION, Role.COMMAND, Role.ANALYST, Role.ADMIN)) {
            read(Tokens.of(role), "/api/v1/audit/access").expectStatus().isForbidden();
            as(Tokens.of(role))
                    .post()
                    .uri("/api/v1/audit/verify/access")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        read(Tokens.of(Role.AUDITOR), "/api/v1/audit/access?from=yesterday&to=x")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
    }

    @Test
    void theRecordsAreVerifiedAsTheLedgerIs() {
        look(Tokens.station("VN-09-A"), "inquiry");
        var lines = as(Tokens.of(Role.AUDITOR))
                .post()
                .uri("/api/v1/audit/verify/access")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(lines).contains("\"ok\":true").doesNotContain("\"events\":0,");
    }

    @Test
    void whatWasSignedOverTheRecordsCanBeKeptElsewhere() throws Throwable {
        look(Tokens.station("VN-09-A"), "inquiry");
        Eventually.eventually(() -> {
            var key = text("/api/v1/audit/access/key").strip();
            var note = SignedNote.parse(text("/api/v1/audit/access/checkpoint").getBytes(StandardCharsets.UTF_8));
            assertThat(note.check(List.of(VerifierKey.parse(key)))).isInstanceOf(NoteCheck.Verified.class);
            assertThat(note.text())
                    .startsWith("casebook.example/access\n")
                    .doesNotStartWith("casebook.example/access\n0");
        });
    }

    @Test
    void noRecordNamesAPerson() {
        look(Tokens.station("VN-09-A"), "inquiry");
        MongoDatabase records = FEED.client().getDatabase(FEED.databaseName() + "_access");
        var stored = new StringBuilder();
        for (var collection : records.listCollectionNames()) {
            records.getCollection(collection).find().map(Document::toJson).into(new ArrayList<>()).stream()
                    .filter(document -> document.contains(person.toString()))
                    .forEach(stored::append);
        }
        assertThat(stored.toString()).contains(person.toString()).doesNotContain(NAME, papers, "1988");
    }

    private String text(String path) {
        return Objects.requireNonNull(read(Tokens.of(Role.AUDITOR), path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private void file(IncidentId id, SubjectId who) {
        var data = new PersonalData(NAME, 1988, new PersonalData.Document("ID", papers), null, null);
        var subject = new Subject(who, SubjectRole.SUSPECT, null, new CountryCode("VN"), VAULT.seal(who, id, data));
        FEED.append(Sample.filed(id, Sample.STATION, Sample.PROVINCE, 1, Sample.detailsWith(List.of(subject), plate)));
    }

    private void look(String token, String purpose) {
        as(token)
                .get()
                .uri("/api/v1/incidents/{id}", incident)
                .header("Casebook-Min-Position", Long.toString(FEED.reader().position()))
                .header("Casebook-Purpose", purpose)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }

    private List<String> whats(String subject) {
        return accesses("subject=" + subject).stream()
                .map(record -> record.get("what"))
                .toList();
    }

    private List<Map<String, String>> accesses(String query) {
        var found = as(Tokens.of(Role.AUDITOR))
                .get()
                .uri("/api/v1/audit/access?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .expectBody(new ParameterizedTypeReference<List<Map<String, String>>>() {})
                .returnResult()
                .getResponseBody();
        assertThat(found).isNotNull();
        return found;
    }
}
