package casebook.query.incidents.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.Category;
import casebook.events.CountryCode;
import casebook.events.IncidentId;
import casebook.events.PersonalData;
import casebook.events.PersonalDataErased;
import casebook.events.Place;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class PersonalDataTest extends ServiceTest {

    private final SubjectId person = new SubjectId(UUID.randomUUID());
    private final IncidentId incident = Sample.incident();

    @BeforeEach
    void fileWithAPerson() {
        var data = new PersonalData(
                "Đặng Văn An", 1988, new PersonalData.Document("ID", "012345678"), "12 Phố Huế", "0912 345 678");
        var subject = new Subject(
                person, SubjectRole.ARRESTED, null, new CountryCode("VN"), VAULT.seal(person, incident, data));
        var place = new Place(Sample.PROVINCE, null, null, null, null);
        var details = Sample.details("2024-04-10T08:00:00+07:00", Category.OTHER, place, List.of(subject));
        FEED.append(Sample.filed(incident, Sample.STATION, Sample.PROVINCE, 1, details));
    }

    @Test
    void stationAndCommandReadItForAPurpose() {
        for (var token : List.of(Tokens.station("VN-09-A"), Tokens.command("VN-09"))) {
            readFor(token, "inquiry 12/2024")
                    .jsonPath("$.subjects[0].name")
                    .isEqualTo("Đặng Văn An")
                    .jsonPath("$.subjects[0].birthYear")
                    .isEqualTo(1988)
                    .jsonPath("$.subjects[0].document.number")
                    .isEqualTo("012345678")
                    .jsonPath("$.subjects[0].contact")
                    .isEqualTo("0912 345 678");
        }
    }

    @Test
    void itIsMaskedWithoutAPurposeAndForEveryOtherRole() {
        assertMasked(readFor(Tokens.station("VN-09-A"), ""));
        assertMasked(readFor(Tokens.station("VN-09-A"), "%20"));
        for (var role : List.of(Role.ANALYST, Role.AUDITOR, Role.ADMIN)) {
            assertMasked(readFor(Tokens.of(role), "inquiry 12/2024"));
        }
    }

    @Test
    void itIsAbsentWhenItWasErased() {
        VAULT.forget(person);
        readFor(Tokens.station("VN-09-A"), "inquiry 12/2024")
                .jsonPath("$.subjects[0].id")
                .isEqualTo(person.toString())
                .jsonPath("$.subjects[0].nationality")
                .isEqualTo("VN")
                .jsonPath("$.subjects[0].name")
                .doesNotExist()
                .jsonPath("$.subjects[0].document")
                .doesNotExist()
                .jsonPath("$.subjects[0].erased")
                .isEqualTo(true);
    }

    @Test
    void itIsAbsentFromWhatWasKnownBeforeItsErasureToo() {
        var before = FEED.reader().position();
        FEED.append(new PersonalDataErased(incident, person, "five years are over"));
        readFor(Tokens.command("VN-09"), "inquiry 12/2024", "/api/v1/incidents/{id}?asOf=" + before)
                .jsonPath("$.subjects[0].name")
                .doesNotExist()
                .jsonPath("$.subjects[0].erased")
                .isEqualTo(true);
    }

    @Test
    void itIsAbsentAsSoonAsItsErasureIsReadAndTheHistorySaysWhoErasedItAndWhy() {
        FEED.append(new PersonalDataErased(incident, person, "five years are over"));
        readFor(Tokens.command("VN-09"), "inquiry 12/2024")
                .jsonPath("$.subjects[0].name")
                .doesNotExist()
                .jsonPath("$.subjects[0].erased")
                .isEqualTo(true);
        read(Tokens.station("VN-09-A"), "/api/v1/incidents/{id}/history", incident)
                .expectBody()
                .jsonPath("$[1].type")
                .isEqualTo("PersonalDataErased")
                .jsonPath("$[1].by")
                .isNotEmpty()
                .jsonPath("$[1].text")
                .isEqualTo("The personal data of a person was erased: five years are over")
                .jsonPath("$[1].changes[0].field")
                .isEqualTo("erased")
                .jsonPath("$[1].changes[0].to[0]")
                .isEqualTo(person.toString());
    }

    @Test
    void itStandsInNoHistoryAndNoList() {
        for (var path : List.of("/api/v1/incidents/" + incident + "/history", "/api/v1/incidents?sort=-filedAt")) {
            var body = read(Tokens.station("VN-09-A"), path)
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(body).contains("VN-09-A-2024-1").doesNotContain("\"person\"", "ciphertext", ":1988", "\"1988");
        }
    }

    private static void assertMasked(WebTestClient.BodyContentSpec body) {
        body.jsonPath("$.subjects[0].name")
                .isEqualTo("Đ*** V*** A***")
                .jsonPath("$.subjects[0].birthYear")
                .isEqualTo("***")
                .jsonPath("$.subjects[0].document.type")
                .isEqualTo("ID")
                .jsonPath("$.subjects[0].document.number")
                .isEqualTo("***")
                .jsonPath("$.subjects[0].role")
                .isEqualTo("ARRESTED")
                .jsonPath("$.subjects[0].address")
                .isEqualTo("***");
    }

    private WebTestClient.BodyContentSpec readFor(String token, String purpose) {
        return readFor(token, purpose, "/api/v1/incidents/{id}");
    }

    private WebTestClient.BodyContentSpec readFor(String token, String purpose, String uri) {
        return as(token)
                .get()
                .uri(uri, incident)
                .header("Casebook-Min-Position", Long.toString(FEED.reader().position()))
                .header("Casebook-Purpose", purpose)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
