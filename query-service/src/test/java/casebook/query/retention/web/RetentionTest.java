package casebook.query.retention.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseId;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseState;
import casebook.events.Category;
import casebook.events.IncidentFiled;
import casebook.events.LegalHoldPlaced;
import casebook.events.LegalHoldReleased;
import casebook.events.PersonalDataErased;
import casebook.events.Place;
import casebook.events.SealedPersonalData;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectRole;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class RetentionTest extends ServiceTest {

    private static final String LONG_AGO = "2009-04-30T08:00:00+07:00";
    private static final String RULED = "WEAPONS_EXPLOSIVES";

    private final SubjectId person = new SubjectId(UUID.randomUUID());

    @AfterEach
    void comeBackToThePresent() {
        FEED.pause();
    }

    @Test
    void whoIsInNoCaseIsProposedWhenTheYearsSinceTheOccurrenceAreOver() {
        var filed = filed(LONG_AGO, RULED, person);
        FEED.append(filed);
        proposals()
                .jsonPath(of(person, "incident"))
                .isEqualTo(filed.incident().toString())
                .jsonPath(of(person, "number"))
                .isEqualTo(filed.number())
                .jsonPath(of(person, "years"))
                .isEqualTo(5)
                .jsonPath(of(person, "since"))
                .isEqualTo("2009-04-30T01:00:00Z")
                .jsonPath(of(person, "until"))
                .isEqualTo("2014-04-30T01:00:00Z");
    }

    @Test
    void yearsRunFromTheLastClosingOfTheCases() {
        var filed = filed(LONG_AGO, RULED, person);
        FEED.append(filed);
        closedCase(filed, "2010-01-01T00:00:00Z");
        closedCase(filed, "2012-02-29T05:00:00Z");
        proposals().jsonPath(of(person, "until")).isEqualTo("2017-02-28T05:00:01Z");
    }

    @Test
    void whatWasClosedLatelyOrIsOpenIsKept() {
        var late = filed(LONG_AGO, RULED, person);
        FEED.append(late);
        closedCase(late, "2025-01-01T00:00:00Z");
        assertThat(proposed()).doesNotContain(person.toString());
        var other = new SubjectId(UUID.randomUUID());
        var open = filed(LONG_AGO, RULED, other);
        var file = Sample.caseFile();
        FEED.append(open, Sample.opened(file, open));
        assertThat(proposed()).doesNotContain(other.toString());
        FEED.append(new CaseMerged(file, Sample.caseFile(), "one load"));
        assertThat(proposed()).contains(other.toString());
    }

    @Test
    void whatIsUnderLegalHoldIsKept() {
        var filed = filed(LONG_AGO, RULED, person);
        FEED.append(filed);
        var file = closedCase(filed, "2010-01-01T00:00:00Z");
        FEED.append(new LegalHoldPlaced(file, "an appeal"));
        assertThat(proposed()).doesNotContain(person.toString());
        FEED.append(new LegalHoldReleased(file, "decided"));
        assertThat(proposed()).contains(person.toString());
    }

    @Test
    void whoIsNamedInAnotherIncidentThatIsKeptIsKept() {
        var second = filed("2025-04-30T08:00:00+07:00", RULED, person);
        FEED.append(filed(LONG_AGO, RULED, person), second);
        assertThat(proposed()).doesNotContain(person.toString());
    }

    @Test
    void whoWasErasedOrHasNoRuleIsNotProposed() {
        var filed = filed(LONG_AGO, RULED, person);
        var other = new SubjectId(UUID.randomUUID());
        FEED.append(filed, filed(LONG_AGO, Category.OTHER.name(), other));
        assertThat(proposed()).contains(person.toString()).doesNotContain(other.toString());
        FEED.append(new PersonalDataErased(filed.incident(), person, "five years are over"));
        assertThat(proposed()).doesNotContain(person.toString());
    }

    @Test
    void pagesFollowOneAnotherAndOnlyAnAdminReadsThem() {
        FEED.append(filed(LONG_AGO, RULED, person), filed(LONG_AGO, RULED, new SubjectId(UUID.randomUUID())));
        var all = proposed();
        var paged = new ArrayList<String>();
        var cursor = "";
        do {
            var body = read(Tokens.of(Role.ADMIN), "/api/v1/retention/proposals?limit=1" + cursor)
                    .expectStatus()
                    .isOk()
                    .expectBody();
            paged.addAll(names(body, "$.items[*].subject"));
            var next = names(body, "$.[?(@.next)].next");
            cursor = next.isEmpty() ? "" : "&cursor=" + next.getFirst();
        } while (!cursor.isEmpty());
        assertThat(paged).hasSizeGreaterThan(1).containsExactlyElementsOf(all);
        for (var token : List.of(Tokens.station("VN-09-A"), Tokens.command("VN-09"), Tokens.of(Role.AUDITOR))) {
            read(token, "/api/v1/retention/proposals").expectStatus().isForbidden();
        }
    }

    private static CaseId closedCase(IncidentFiled filed, String at) {
        var file = Sample.caseFile();
        FEED.append(Sample.opened(file, filed));
        FEED.at(at).append(new CaseMoved(file, CaseState.CLOSED, null, null));
        FEED.pause();
        return file;
    }

    private static IncidentFiled filed(String occurredAt, String category, SubjectId named) {
        var subject = new Subject(named, SubjectRole.SUSPECT, null, null, new SealedPersonalData("c2VhbGVk"));
        var place = new Place(Sample.PROVINCE, null, null, null, null);
        var details = Sample.details(occurredAt, Category.valueOf(category), place, List.of(subject));
        return Sample.filed(Sample.incident(), Sample.STATION, Sample.PROVINCE, 1, details);
    }

    private static String of(SubjectId person, String member) {
        return "$.items[?(@.subject == '" + person + "')]." + member;
    }

    private List<String> proposed() {
        return names(proposals(), "$.items[*].subject");
    }

    private WebTestClient.BodyContentSpec proposals() {
        return read(Tokens.of(Role.ADMIN), "/api/v1/retention/proposals?limit=1000")
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
