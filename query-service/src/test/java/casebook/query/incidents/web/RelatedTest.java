package casebook.query.incidents.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseSealed;
import casebook.events.IncidentAmended;
import casebook.events.IncidentChanges;
import casebook.events.IncidentDetails;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.IncidentVoided;
import casebook.events.PersonalData;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The same vehicle or person in several incidents. */
class RelatedTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);

    private final String plate =
            "29A" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String number = UUID.randomUUID().toString();

    @Test
    void sameVehicleIsRelatedHoweverItsPlateIsWritten() {
        var one = file("VN-31-A", "VN-31", Sample.detailsWith(List.of(), plate));
        var other = file("VN-31-A", "VN-31", Sample.detailsWith(List.of(), written(plate), "OTHER-1"));
        file("VN-31-A", "VN-31", Sample.detailsWith(List.of(), plate + "9"));
        var body = incident(ANALYST, one);
        assertThat(names(body, "$.related[*].incident"))
                .containsExactly(other.incident().toString());
        assertThat(names(body, "$.related[*].plates[*]")).containsExactly(plate);
        body.jsonPath("$.related[0].number")
                .isEqualTo(other.number())
                .jsonPath("$.related[0].persons")
                .isEmpty();
    }

    @Test
    void samePersonIsRelatedByTheDocumentNumberUntilItIsErased() {
        var ours = person(number);
        var theirs = person(number.toUpperCase().replace("-", " "));
        var one = file("VN-31-A", "VN-31", Sample.detailsWith(List.of(ours, person("P" + number))));
        var other = file("VN-31-A", "VN-31", Sample.detailsWith(List.of(theirs)));
        incident(ANALYST, one)
                .jsonPath("$.related.length()")
                .isEqualTo(1)
                .jsonPath("$.related[0].incident")
                .isEqualTo(other.incident().toString())
                .jsonPath("$.related[0].persons[0].subject")
                .isEqualTo(theirs.id().toString())
                .jsonPath("$.related[0].persons[0].as")
                .isEqualTo(ours.id().toString());
        FEED.database()
                .getCollection("person_keys")
                .deleteOne(new Document("_id", theirs.id().toString()));
        assertThat(names(incident(ANALYST, one), "$.related[*].incident")).isEmpty();
    }

    @Test
    void correctedNumberRelatesNoLonger() {
        var ours = person(number);
        var theirs = person(number);
        var one = file("VN-31-A", "VN-31", Sample.detailsWith(List.of(ours)));
        var other = file("VN-31-A", "VN-31", Sample.detailsWith(List.of(theirs)));
        var corrected = new Subject(
                theirs.id(),
                theirs.role(),
                null,
                null,
                VAULT.seal(theirs.id(), new IncidentId(UUID.randomUUID()), withNumber("C" + number)));
        FEED.append(new IncidentAmended(other.incident(), "Misread", changed(List.of(corrected))));
        assertThat(names(incident(ANALYST, one), "$.related[*].incident")).isEmpty();
    }

    @Test
    void whatIsOutOfScopeOrVoidedIsNotRelated() {
        var one = file("VN-31-A", "VN-31", Sample.detailsWith(List.of(), plate));
        var neighbour = file("VN-31-B", "VN-31", Sample.detailsWith(List.of(), plate));
        var far = file("VN-32-A", "VN-32", Sample.detailsWith(List.of(), plate));
        assertThat(names(incident(Tokens.station("VN-31-A"), one), "$.related[*].incident"))
                .isEmpty();
        assertThat(names(incident(Tokens.command("VN-31"), one), "$.related[*].incident"))
                .containsExactly(neighbour.incident().toString());
        assertThat(names(incident(ANALYST, one), "$.related[*].incident"))
                .containsExactlyInAnyOrder(
                        neighbour.incident().toString(), far.incident().toString());
        FEED.append(new IncidentVoided(far.incident(), "Filed twice", null));
        assertThat(names(incident(ANALYST, one), "$.related[*].incident"))
                .containsExactly(neighbour.incident().toString());
    }

    @Test
    void caseShowsWhatIsRelatedToAnyOfItsIncidentsButNotItsOwn() {
        var one = file("VN-31-A", "VN-31", Sample.detailsWith(List.of(), plate));
        var own = file("VN-31-A", "VN-31", Sample.detailsWith(List.of(person(number)), plate));
        var other = file("VN-31-A", "VN-31", Sample.detailsWith(List.of(person(number)), plate));
        var caseFile = Sample.caseFile();
        var elsewhere = Sample.caseFile();
        FEED.append(Sample.opened(caseFile, one, own));
        FEED.append(Sample.opened(elsewhere, other));
        read(Tokens.station("VN-31-A"), "/api/v1/cases/{id}", caseFile)
                .expectBody()
                .jsonPath("$.related.length()")
                .isEqualTo(1)
                .jsonPath("$.related[0].incident")
                .isEqualTo(other.incident().toString())
                .jsonPath("$.related[0].cases[0]")
                .isEqualTo(elsewhere.toString())
                .jsonPath("$.related[0].persons.length()")
                .isEqualTo(1);
        FEED.append(new CaseSealed(elsewhere, "An informer", List.of("Vo Thi E")));
        read(Tokens.station("VN-31-A"), "/api/v1/cases/{id}", caseFile)
                .expectBody()
                .jsonPath("$.related[0].cases")
                .isEmpty();
    }

    @Test
    void plateIsAskedForInOneRequest() {
        var driver = person(number);
        var one = file("VN-31-A", "VN-31", Sample.detailsWith(List.of(driver), plate));
        file("VN-32-A", "VN-32", Sample.detailsWith(List.of(), plate));
        var caseFile = Sample.caseFile();
        FEED.append(Sample.opened(caseFile, one));
        read(Tokens.command("VN-31"), "/api/v1/vehicles?plate={plate}", written(plate))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.plate")
                .isEqualTo(plate)
                .jsonPath("$.incidents.length()")
                .isEqualTo(1)
                .jsonPath("$.incidents[0].id")
                .isEqualTo(one.incident().toString())
                .jsonPath("$.incidents[0].subjects[0].id")
                .isEqualTo(driver.id().toString())
                .jsonPath("$.incidents[0].cases[0]")
                .isEqualTo(caseFile.toString());
        read(ANALYST, "/api/v1/vehicles?plate={plate}", plate)
                .expectBody()
                .jsonPath("$.incidents.length()")
                .isEqualTo(2);
        for (var bad : List.of("", "?plate=", "?plate=---")) {
            assertThat(names(
                            read(ANALYST, "/api/v1/vehicles" + bad)
                                    .expectStatus()
                                    .isBadRequest()
                                    .expectBody(),
                            "$.errors[*].parameter"))
                    .containsExactly("plate");
        }
    }

    private IncidentFiled file(String station, String province, IncidentDetails details) {
        var filed = Sample.filed(Sample.incident(), new StationCode(station), new ProvinceCode(province), 1, details);
        FEED.append(filed);
        return filed;
    }

    private WebTestClient.BodyContentSpec incident(String token, IncidentFiled filed) {
        return read(token, "/api/v1/incidents/{id}", filed.incident())
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static String written(String plate) {
        return plate.substring(0, 3).toLowerCase() + "-" + plate.substring(3, 6) + "." + plate.substring(6);
    }

    private static Subject person(String number) {
        var id = new SubjectId(UUID.randomUUID());
        return new Subject(
                id,
                SubjectRole.SUSPECT,
                null,
                null,
                VAULT.seal(id, new IncidentId(UUID.randomUUID()), withNumber(number)));
    }

    private static PersonalData withNumber(String number) {
        return new PersonalData("Tran Van B", null, new PersonalData.Document("ID", number), null, null);
    }

    private static IncidentChanges changed(List<Subject> subjects) {
        return new IncidentChanges(
                null, null, null, null, null, null, null, null, subjects, null, null, null, null, null, null,
                List.of());
    }
}
