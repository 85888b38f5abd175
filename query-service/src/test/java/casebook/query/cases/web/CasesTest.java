package casebook.query.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseAssigned;
import casebook.events.CaseId;
import casebook.events.CaseMoved;
import casebook.events.CaseState;
import casebook.events.Category;
import casebook.events.Closure;
import casebook.events.IncidentFiled;
import casebook.events.IncidentLinked;
import casebook.events.IncidentUnlinked;
import casebook.events.ProvinceCode;
import casebook.events.StationCode;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CasesTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);

    private final String one = code("VN-09");
    private final String two = code("VN-10");
    private final CaseId id = Sample.caseFile();
    private IncidentFiled first = filed(one, "VN-09");
    private IncidentFiled second = filed(two, "VN-10");

    @BeforeEach
    void openACaseOverTwoStations() {
        FEED.append(first);
        FEED.append(second);
        FEED.append(Sample.opened(id, first, second));
    }

    @Test
    void caseIsReadWithItsIncidentsNotesAndStatusDates() {
        FEED.as("Le Van C").append(Sample.note(id, "The driver talked"));
        FEED.append(new CaseAssigned(id, "Le Van C"), new CaseMoved(id, CaseState.UNDER_INVESTIGATION, null, null));
        FEED.as("Nguyen Van A").append(new CaseMoved(id, CaseState.DISMISSED, "No proof", Closure.UNFOUNDED));
        read(ANALYST, "/api/v1/cases/{id}", id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"5\"")
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Heroin on route 4")
                .jsonPath("$.status")
                .isEqualTo("DISMISSED")
                .jsonPath("$.closure")
                .isEqualTo("UNFOUNDED")
                .jsonPath("$.lead")
                .isEqualTo("Le Van C")
                .jsonPath("$.incidents[1]")
                .isEqualTo(second.incident().toString())
                .jsonPath("$.incidentRows[1].number")
                .isEqualTo(second.number())
                .jsonPath("$.stations.length()")
                .isEqualTo(2)
                .jsonPath("$.notes[0].text")
                .isEqualTo("The driver talked")
                .jsonPath("$.notes[0].by")
                .isEqualTo("Le Van C")
                .jsonPath("$.statusDates.length()")
                .isEqualTo(3)
                .jsonPath("$.statusDates[2].reason")
                .isEqualTo("No proof");
    }

    @Test
    void callersSeeACaseByOneOfItsIncidentsAndOnlySuchIncidents() {
        for (var token : List.of(Tokens.station(one), Tokens.command("VN-09"))) {
            var body =
                    read(token, "/api/v1/cases/{id}", id).expectStatus().isOk().expectBody();
            assertThat(names(body, "$.incidents[*]"))
                    .contains(first.incident().toString())
                    .doesNotContain(second.incident().toString());
            assertThat(names(body, "$.stations[*]")).doesNotContain(two);
            var rows = read(token, "/api/v1/cases?limit=1000&station=" + one).expectBody();
            assertThat(names(rows, "$.items[*].id")).containsExactly(id.toString());
            assertThat(names(rows, "$.items[*].incidents[*]"))
                    .doesNotContain(second.incident().toString());
            assertThat(names(read(token, "/api/v1/cases?station=" + two).expectBody(), "$.items[*].id"))
                    .isEmpty();
        }
        for (var token : List.of(Tokens.station("VN-11-X"), Tokens.command("VN-11"), Tokens.of(Role.COMMAND))) {
            read(token, "/api/v1/cases/{id}", id).expectStatus().isNotFound();
            read(token, "/api/v1/cases/{id}/history", id).expectStatus().isNotFound();
            assertThat(names(read(token, "/api/v1/cases").expectBody(), "$.items[*].id"))
                    .isEmpty();
        }
    }

    @Test
    void filtersNarrowTheList() {
        FEED.append(new CaseAssigned(id, "Officer " + one));
        FEED.append(new CaseMoved(id, CaseState.UNDER_INVESTIGATION, null, null));
        assertListed("lead=Officer " + one, true);
        assertListed("lead=nobody", false);
        assertListed("status=UNDER_INVESTIGATION", true);
        assertListed("status=OPEN", false);
        assertListed("province=VN-09", true);
        assertListed("province=VN-44", false);
        assertListed("q=ROUTE heroin 4&sort=changedAt&status=UNDER_INVESTIGATION", true);
        assertListed("q=heroin route 5", false);
        var bad = read(
                        ANALYST,
                        "/api/v1/cases?status=X&station=x&province=1&lead= &overdue=x&q=-&asOf=x&sort=x&cursor=!")
                .expectStatus()
                .isBadRequest()
                .expectBody();
        assertThat(names(bad, "$.errors[*].parameter"))
                .containsExactlyInAnyOrder(
                        "status", "station", "province", "lead", "overdue", "q", "asOf", "sort", "cursor");
    }

    @Test
    void allowedActionsFollowTheStateAndTheCaller() {
        var station = Tokens.station(one);
        var command = Tokens.command("VN-10");
        assertThat(actions(station)).containsExactly("link", "unlink", "note", "transition:UNDER_INVESTIGATION");
        assertThat(actions(command))
                .containsExactly(
                        "link", "unlink", "assign", "note", "merge", "seal", "hold", "transition:UNDER_INVESTIGATION");
        assertThat(actions(ANALYST)).isEmpty();
        assertThat(actions(Tokens.of(Role.ADMIN))).isEmpty();

        FEED.append(new IncidentUnlinked(id, second.incident()));
        assertThat(actions(station)).doesNotContain("unlink");
        FEED.append(new CaseMoved(id, CaseState.UNDER_INVESTIGATION, null, null));
        FEED.append(new CaseMoved(id, CaseState.SANCTIONED, null, null));
        assertThat(actions(station)).containsExactly("note");
        assertThat(actions(Tokens.command("VN-09")))
                .containsExactly("note", "merge", "seal", "hold", "transition:CLOSED");
        FEED.append(new CaseMoved(id, CaseState.CLOSED, null, null));
        assertThat(actions(station)).containsExactly("note");
        assertThat(actions(Tokens.command("VN-09")))
                .containsExactly("note", "merge", "seal", "hold", "transition:UNDER_INVESTIGATION");
    }

    @Test
    void historyTellsWhatHappenedWithoutIncidentsOutOfScope() {
        var third = filed(two, "VN-10");
        FEED.append(third);
        FEED.append(new IncidentLinked(id, Sample.of(third)));
        FEED.append(new CaseMoved(id, CaseState.UNDER_INVESTIGATION, "New witness", null));
        read(ANALYST, "/api/v1/cases/{id}/history", id)
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(3)
                .jsonPath("$[1].text")
                .isEqualTo("Report " + third.number() + " was added to the case.")
                .jsonPath("$[2].text")
                .isEqualTo("The case is now under investigation. New witness");
        var seen = read(Tokens.station(one), "/api/v1/cases/{id}/history", id)
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(2)
                .returnResult();
        assertThat(new String(seen.getResponseBodyContent(), StandardCharsets.UTF_8))
                .contains(first.incident().toString())
                .doesNotContain(second.incident().toString())
                .doesNotContain(third.incident().toString());
    }

    @Test
    void historyTellsOfEachNoteOnce() {
        FEED.append(Sample.note(id, "Seen at the market"), Sample.note(id, "Seen at the river"));
        read(ANALYST, "/api/v1/cases/{id}/history", id)
                .expectBody()
                .jsonPath("$[2].changes.length()")
                .isEqualTo(1)
                .jsonPath("$[2].changes[0].field")
                .isEqualTo("notes")
                .jsonPath("$[2].changes[0].from")
                .doesNotExist()
                .jsonPath("$[2].changes[0].to")
                .isEqualTo(List.of("Seen at the river"));
    }

    @Test
    void caseIsReadAsTheLedgerKnewItThen() {
        var before = FEED.reader().position();
        FEED.append(Sample.note(id, "Later"));
        FEED.append(new IncidentUnlinked(id, second.incident()));
        read(ANALYST, "/api/v1/cases/{id}?asOf=" + before, id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.notes")
                .isEmpty()
                .jsonPath("$.incidents.length()")
                .isEqualTo(2)
                .jsonPath("$.incidentRows.length()")
                .isEqualTo(2)
                .jsonPath("$.allowedActions")
                .doesNotExist();
        read(ANALYST, "/api/v1/cases/{id}?asOf=" + (before - 1), id)
                .expectStatus()
                .isNotFound();
    }

    private List<String> actions(String token) {
        return names(read(token, "/api/v1/cases/{id}", id).expectBody(), "$.allowedActions[*]");
    }

    private void assertListed(String filter, boolean listed) {
        var body = read(ANALYST, "/api/v1/cases?station=" + one + "&" + filter)
                .expectStatus()
                .isOk()
                .expectBody();
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
