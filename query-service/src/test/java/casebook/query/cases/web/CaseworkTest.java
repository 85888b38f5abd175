package casebook.query.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.Agency;
import casebook.events.CaseAbsorbed;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseId;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseSealed;
import casebook.events.CaseSeparated;
import casebook.events.CaseState;
import casebook.events.CaseUnmerged;
import casebook.events.CaseUnsealed;
import casebook.events.Category;
import casebook.events.Closure;
import casebook.events.DeadlineKind;
import casebook.events.IncidentFiled;
import casebook.events.ProvinceCode;
import casebook.events.ReferralAnswered;
import casebook.events.ReferralId;
import casebook.events.ReferralOutcome;
import casebook.events.ReferralSent;
import casebook.events.StationCode;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What happens to a case after it was opened: referrals, mergers, seals, deadlines. */
class CaseworkTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);
    private static final Instant DUE = Instant.parse("2024-05-10T03:00:00Z");

    private final String one = code("VN-09");
    private final String two = code("VN-10");
    private final IncidentFiled first = filed(one, "VN-09");
    private final IncidentFiled second = filed(two, "VN-10");
    private final CaseId id = Sample.caseFile();
    private final CaseId other = Sample.caseFile();
    private final ReferralId referral = new ReferralId(UUID.randomUUID());

    @BeforeEach
    void openTwoCases() {
        FEED.append(first, second);
        FEED.append(Sample.opened(id, first));
        FEED.append(Sample.opened(other, second));
        FEED.append(new CaseMoved(id, CaseState.UNDER_INVESTIGATION, null, null));
    }

    @Test
    void referralIsReadFromItsSendingToItsAnswer() {
        FEED.append(new ReferralSent(id, referral, Agency.CUSTOMS, "Origin of the car", DUE));
        caseFile(ANALYST, id)
                .jsonPath("$.status")
                .isEqualTo("REFERRED")
                .jsonPath("$.referrals[0].id")
                .isEqualTo(referral.toString())
                .jsonPath("$.referrals[0].status")
                .isEqualTo("SENT")
                .jsonPath("$.referrals[0].dueBy")
                .isEqualTo("2024-05-10T03:00:00Z")
                .jsonPath("$.referrals[0].outcome")
                .doesNotExist()
                .jsonPath("$.statusDates.length()")
                .isEqualTo(3);
        FEED.append(new ReferralAnswered(id, referral, ReferralOutcome.DECLINED, "Not ours."));
        caseFile(ANALYST, id)
                .jsonPath("$.status")
                .isEqualTo("UNDER_INVESTIGATION")
                .jsonPath("$.referrals[0].outcome")
                .isEqualTo("DECLINED")
                .jsonPath("$.referrals[0].detail")
                .isEqualTo("Not ours.")
                .jsonPath("$.referrals[0].answeredAt")
                .exists()
                .jsonPath("$.statusDates[3].reason")
                .isEqualTo("Not ours.");
        history(ANALYST, id, "en")
                .jsonPath("$[2].text")
                .isEqualTo("The case was referred to customs, to be answered by 10 May 2024, 10:00: Origin of the car")
                .jsonPath("$[2].changes[0].to")
                .isEqualTo("REFERRED")
                .jsonPath("$[3].text")
                .isEqualTo("The referral to customs was declined. Not ours.");
        history(ANALYST, id, "vi")
                .jsonPath("$[2].text")
                .isEqualTo("Hồ sơ được chuyển cho Hải quan, hạn trả lời 10:00 ngày 10/05/2024: Origin of the car");
    }

    @Test
    void missedDeadlineIsOverdueUntilWhatWasDueIsDone() {
        FEED.append(new ReferralSent(id, referral, Agency.CUSTOMS, "Origin of the car", DUE));
        assertListed("overdue=true", false);
        assertListed("overdue=false", true);
        FEED.append(new CaseDeadlineMissed(id, DeadlineKind.REFERRAL_ANSWER, DUE, DUE.plusSeconds(9), referral, null));
        assertListed("overdue=true", true);
        assertListed("overdue=false", false);
        caseFile(ANALYST, id)
                .jsonPath("$.referrals[0].overdue")
                .isEqualTo(true)
                .jsonPath("$.missedDeadlines[0].kind")
                .isEqualTo("REFERRAL_ANSWER")
                .jsonPath("$.missedDeadlines[0].overdue")
                .isEqualTo(true);
        FEED.append(new ReferralAnswered(id, referral, ReferralOutcome.ACCEPTED, null));
        assertListed("overdue=true", false);
        caseFile(ANALYST, id)
                .jsonPath("$.referrals[0].overdue")
                .isEqualTo(false)
                .jsonPath("$.missedDeadlines[0].overdue")
                .isEqualTo(false);
        read(ANALYST, "/api/v1/cases?overdue=yes").expectStatus().isBadRequest();
    }

    @Test
    void mergedCaseIsAnsweredUnderItsOldIdAndItsIncidentsStandInTheOther() {
        FEED.append(new CaseMoved(id, CaseState.DISMISSED, "No proof", Closure.UNFOUNDED));
        merge();
        caseFile(ANALYST, id)
                .jsonPath("$.id")
                .isEqualTo(id.toString())
                .jsonPath("$.status")
                .isEqualTo("MERGED")
                .jsonPath("$.mergedInto")
                .isEqualTo(other.toString())
                .jsonPath("$.incidents[0]")
                .isEqualTo(first.incident().toString());
        var target = caseFile(ANALYST, other);
        assertThat(names(target, "$.incidents[*]"))
                .containsExactly(second.incident().toString(), first.incident().toString());
        assertThat(names(target, "$.absorbed[*]")).containsExactly(id.toString());
        assertThat(names(incident(first), "$.cases[*]")).containsExactly(other.toString());
        assertThat(actions(Tokens.command("VN-09"), id)).containsExactlyInAnyOrder("unmerge", "seal", "hold");

        var third = Sample.caseFile();
        var report = filed(one, "VN-09");
        FEED.append(report);
        FEED.append(Sample.opened(third, report));
        FEED.append(new CaseMerged(other, third, "All one ring"));
        assertThat(actions(Tokens.command("VN-09"), id)).containsExactly("seal", "hold");
        FEED.append(new CaseUnmerged(other, "Not that one"));
        assertThat(actions(Tokens.command("VN-09"), id)).containsExactlyInAnyOrder("unmerge", "seal", "hold");

        FEED.append(
                new CaseSeparated(other, id, List.of(first.incident())), new CaseUnmerged(id, "Two rings after all"));
        caseFile(ANALYST, id)
                .jsonPath("$.status")
                .isEqualTo("DISMISSED")
                .jsonPath("$.closure")
                .isEqualTo("UNFOUNDED")
                .jsonPath("$.mergedInto")
                .doesNotExist();
        assertThat(names(caseFile(ANALYST, other), "$.incidents[*]"))
                .containsExactly(second.incident().toString());
        assertThat(names(incident(first), "$.cases[*]")).containsExactly(id.toString());
        history(ANALYST, id, "en")
                .jsonPath("$[3].text")
                .isEqualTo("The case was merged into “Heroin on route 4”: One ring")
                .jsonPath("$[4].text")
                .isEqualTo("The merger was taken back: Two rings after all");
    }

    @Test
    void mergerOfIncidentsOutOfScopeIsNotSeen() {
        merge();
        var ofSecondAlone = Tokens.station(two);
        caseFile(ofSecondAlone, other).jsonPath("$.absorbed").isEmpty();
        assertThat(names(history(ofSecondAlone, other, "en"), "$[*].type")).containsExactly("CaseOpened");
        read(ofSecondAlone, "/api/v1/cases/{id}", id).expectStatus().isNotFound();
        assertThat(names(history(Tokens.station(one), other, "en"), "$[*].type"))
                .containsExactly("CaseOpened", "CaseAbsorbed");
    }

    @Test
    void caseThatIsSealedForOthersIsNotToldToHaveTakenAnotherIn() {
        merge();
        FEED.append(new CaseSealed(other, "An informer", List.of("Vo Thi E")));
        var officer = Tokens.command("VN-09", "Vo Thi E");
        history(officer, id, "en")
                .jsonPath("$[2].text")
                .isEqualTo("The case was merged into “Heroin on route 4”: One ring")
                .jsonPath("$[2].changes[1].to")
                .isEqualTo(other.toString());
        caseFile(officer, id).jsonPath("$.mergedInto").isEqualTo(other.toString());
        assertThat(actions(officer, id)).contains("unmerge");
        var commander = Tokens.command("VN-09");
        history(commander, id, "en").jsonPath("$[2].text").isEqualTo("The case was merged into another case: One ring");
        assertThat(actions(commander, id)).containsExactly("seal", "hold");
        assertNotMentioned(other, commander, id);
    }

    @Test
    void caseThatWasTakenInIsNotToldOfWhereItIsSealedForOthers() {
        merge();
        FEED.append(new CaseSealed(id, "An informer", List.of("Vo Thi E")));
        var commander = Tokens.command("VN-09");
        caseFile(commander, other).jsonPath("$.absorbed").isEmpty();
        history(commander, other, "en").jsonPath("$[1].text").isEqualTo("Another case was merged into this one.");
        assertNotMentioned(id, commander, other);
    }

    @Test
    void dismissalIsToldWithItsClosureAndAReopeningAsOne() {
        FEED.append(new CaseMoved(id, CaseState.DISMISSED, "No proof.", Closure.UNFOUNDED));
        FEED.append(new CaseMoved(id, CaseState.CLOSED, null, null));
        FEED.append(new CaseMoved(id, CaseState.UNDER_INVESTIGATION, "A new witness.", null));
        assertThat(names(history(ANALYST, id, "en"), "$[2:].text"))
                .containsExactly(
                        "The case is now dismissed (unfounded). No proof.",
                        "The case is now closed.",
                        "The case was reopened. A new witness.");
    }

    @Test
    void sealedCaseIsSeenByItsOfficersAndAuditorsAlone() {
        FEED.append(new CaseSealed(id, "An informer", List.of("Vo Thi E")));
        var officer = Tokens.command("VN-09", "Vo Thi E");
        for (var token : List.of(officer, Tokens.of(Role.AUDITOR))) {
            caseFile(token, id).jsonPath("$.seal.reason").isEqualTo("An informer");
            history(token, id, "en").jsonPath("$[2].text").isEqualTo("The case was sealed for Vo Thi E: An informer");
        }
        assertThat(actions(officer, id)).contains("unseal").doesNotContain("seal");
        for (var token : List.of(Tokens.command("VN-09"), Tokens.station(one), ANALYST, Tokens.of(Role.ADMIN))) {
            read(token, "/api/v1/cases/{id}", id).expectStatus().isNotFound();
            read(token, "/api/v1/cases/{id}/history", id).expectStatus().isNotFound();
            read(token, "/api/v1/cases/{id}?asOf=" + FEED.reader().position(), id)
                    .expectStatus()
                    .isNotFound();
            assertThat(names(read(token, "/api/v1/cases?station=" + one).expectBody(), "$.items[*].id"))
                    .isEmpty();
            assertThat(names(
                            read(token, "/api/v1/incidents/{id}", first.incident())
                                    .expectBody(),
                            "$.cases[*]"))
                    .isEmpty();
        }
        FEED.append(new CaseUnsealed(id, null));
        caseFile(ANALYST, id).jsonPath("$.seal").doesNotExist();
        assertThat(names(incident(first), "$.cases[*]")).containsExactly(id.toString());
    }

    /** In any view of a case. */
    private void assertNotMentioned(CaseId unseen, String token, CaseId caseFile) {
        var now = FEED.reader().position();
        for (var uri : List.of("/{id}", "/{id}?asOf=" + now, "/{id}/history", "?station=" + one)) {
            var body = read(token, "/api/v1/cases" + uri, caseFile)
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(body).as(uri).contains("Heroin on route 4").doesNotContain(unseen.toString());
        }
    }

    private void merge() {
        FEED.append(new CaseAbsorbed(other, id, List.of(Sample.of(first))), new CaseMerged(id, other, "One ring"));
    }

    private WebTestClient.BodyContentSpec caseFile(String token, CaseId caseFile) {
        return read(token, "/api/v1/cases/{id}", caseFile).expectStatus().isOk().expectBody();
    }

    private WebTestClient.BodyContentSpec incident(IncidentFiled filed) {
        return read(ANALYST, "/api/v1/incidents/{id}", filed.incident())
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private List<String> actions(String token, CaseId caseFile) {
        return names(caseFile(token, caseFile), "$.allowedActions[*]");
    }

    private WebTestClient.BodyContentSpec history(String token, CaseId caseFile, String language) {
        return as(token)
                .get()
                .uri("/api/v1/cases/{id}/history", caseFile)
                .header("Casebook-Min-Position", Long.toString(FEED.reader().position()))
                .header("Accept-Language", language)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private void assertListed(String filter, boolean listed) {
        var body = read(ANALYST, "/api/v1/cases?station=" + one + "&" + filter).expectBody();
        assertThat(names(body, "$.items[*].id")).as(filter).isEqualTo(listed ? List.of(id.toString()) : List.of());
    }

    private static String code(String province) {
        return province + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    }

    private static IncidentFiled filed(String station, String province) {
        return Sample.filed(
                Sample.incident(),
                new StationCode(station),
                new ProvinceCode(province),
                1,
                Sample.details("2024-04-10T08:00:00+07:00", Category.DRUG_TRAFFICKING));
    }
}
