package casebook.query.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseMerged;
import casebook.events.CasebookEvent;
import casebook.events.ExhibitId;
import casebook.events.ExhibitWeighed;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.events.IncidentUnlinked;
import casebook.events.Quantity;
import casebook.events.Unit;
import casebook.http.Role;
import casebook.ledger.LedgerLine;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class AuditHttpTest extends ServiceTest {

    private static final String AUDITOR = Tokens.of(Role.AUDITOR);

    @Test
    void linesAreTheLedgersByteForByteEachWithALineFeed() {
        FEED.as("Trần Thị Đào").append(Sample.filed(Sample.incident(), 1));
        FEED.as("Nguyen Van A");
        var ledger = ledger();
        var expected = String.join("\n", ledger.stream().map(LedgerLine::line).toList()) + "\n";
        var body = read(AUDITOR, "/api/v1/audit/events")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "application/x-ndjson")
                .expectHeader()
                .valueEquals("Casebook-Position", Integer.toString(ledger.size()))
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(body).isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void wholeLedgerIsStreamedWhateverItsLength() {
        for (int commit = 0; commit < 20; commit++) {
            FEED.append(Stream.generate(() -> Sample.filed(Sample.incident(), 1))
                    .limit(50)
                    .toArray(CasebookEvent[]::new));
        }
        assertThat(lines("/api/v1/audit/events")).hasSameSizeAs(ledger());
        assertThat(lines("/api/v1/audit/events?after=300")).isEqualTo(text(ledger().subList(301, ledger().size())));
    }

    @Test
    void partOfTheLedgerIsAskedForByIndexAndNumber() {
        FEED.append(Sample.filed(Sample.incident(), 1), Sample.filed(Sample.incident(), 2));
        var last = ledger().size() - 1;
        assertThat(lines("/api/v1/audit/events?limit=2")).isEqualTo(text(ledger().subList(0, 2)));
        assertThat(lines("/api/v1/audit/events?after=" + (last - 2) + "&limit=1"))
                .isEqualTo(text(ledger().subList(last - 1, last)));
        assertThat(lines("/api/v1/audit/events?after=" + last)).isEmpty();
        assertThat(lines("/api/v1/audit/events?after=" + Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void linesAreChosenByAggregateTypeTimeAndActor() {
        var id = Sample.incident();
        FEED.as("Actor \"1\"").append(Sample.filed(id, 1));
        FEED.as("Nguyen Van A").append(new IncidentAccepted(id));
        assertThat(lines("/api/v1/audit/events?aggregate=" + id)).hasSize(2);
        assertThat(lines("/api/v1/audit/events?type=IncidentAccepted&aggregate=" + id))
                .singleElement()
                .asString()
                .contains("\"type\":\"IncidentAccepted\"");
        assertThat(lines("/api/v1/audit/events?actor={actor}", "Actor \"1\"")).hasSize(1);
        var filed = ledger().stream()
                .filter(line -> line.aggregate().equals(id.toString()))
                .findFirst()
                .orElseThrow();
        var ofThatMoment = "/api/v1/audit/events?from=" + filed.time() + "&to="
                + filed.time().plusMillis(1) + "&aggregate=" + id;
        assertThat(lines(ofThatMoment)).containsExactly(filed.line());
        assertThat(lines("/api/v1/audit/events?from=1970-01-01T00:00:00Z")).hasSameSizeAs(ledger());
        assertThat(lines("/api/v1/audit/events?from=2100-01-01T00:00:00Z")).isEmpty();
        assertThat(lines("/api/v1/audit/events?to=1970-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void timelineHasEverythingThatWasEverLinked() {
        var first = Sample.filed(Sample.incident(), 1);
        var second = Sample.filed(Sample.incident(), 2);
        var stranger = Sample.filed(Sample.incident(), 3);
        var caseFile = Sample.caseFile();
        FEED.append(first, second, stranger);
        FEED.append(Sample.opened(caseFile, first));
        FEED.append(new IncidentLinked(caseFile, Sample.of(second)));
        FEED.append(new IncidentUnlinked(caseFile, first.incident()));
        FEED.append(new IncidentAccepted(first.incident()));

        assertThat(types(caseFile.toString()))
                .containsExactly(
                        "IncidentFiled",
                        "IncidentFiled",
                        "CaseOpened",
                        "IncidentLinked",
                        "IncidentUnlinked",
                        "IncidentAccepted");
        assertThat(types(first.incident().toString()))
                .containsExactly(
                        "IncidentFiled", "CaseOpened", "IncidentLinked", "IncidentUnlinked", "IncidentAccepted");
        assertThat(types(stranger.incident().toString())).containsExactly("IncidentFiled");
        assertThat(types(stranger.incident().toString().toUpperCase())).hasSize(1);
    }

    @Test
    void timelineCoversExhibitsAndMergedCases() {
        var filed = Sample.filed(Sample.incident(), 1);
        var other = Sample.filed(Sample.incident(), 2);
        var exhibit = new ExhibitId(UUID.randomUUID());
        var caseFile = Sample.caseFile();
        var merged = Sample.caseFile();
        FEED.append(filed, other);
        FEED.append(Sample.opened(caseFile, filed));
        FEED.append(Sample.opened(merged, other));
        FEED.append(Sample.entered(exhibit, filed, "Bag", "1", Unit.KG, "Le Van C"));
        FEED.append(
                new CaseAbsorbed(caseFile, merged, List.of(Sample.of(other))),
                new CaseMerged(merged, caseFile, "One ring"));
        FEED.append(new ExhibitWeighed(exhibit, Quantity.of("1"), Unit.KG, null, null, "Routine"));

        assertThat(types(caseFile.toString()))
                .containsExactly(
                        "IncidentFiled",
                        "IncidentFiled",
                        "CaseOpened",
                        "CaseOpened",
                        "ExhibitEntered",
                        "CaseAbsorbed",
                        "CaseMerged",
                        "ExhibitWeighed");
        assertThat(types(filed.incident().toString()))
                .containsExactly("IncidentFiled", "CaseOpened", "ExhibitEntered", "CaseAbsorbed", "ExhibitWeighed");
        assertThat(types(merged.toString()))
                .containsExactly("IncidentFiled", "CaseOpened", "CaseOpened", "CaseAbsorbed", "CaseMerged");
    }

    @Test
    void unknownTimelineIsNotFound() {
        for (var id : List.of(new IncidentId(UUID.randomUUID()).toString(), "VN-09-A", "1")) {
            read(AUDITOR, "/api/v1/audit/timeline/" + id)
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .contentType("application/problem+json");
        }
    }

    @Test
    void ledgerIsForAuditors() {
        for (var role : List.of(Role.STATION, Role.COMMAND, Role.ANALYST, Role.ADMIN)) {
            read(Tokens.of(role), "/api/v1/audit/events").expectStatus().isForbidden();
            read(Tokens.of(role), "/api/v1/audit/timeline/none").expectStatus().isForbidden();
        }
    }

    @Test
    void everyBadParameterIsNamed() {
        var faults = read(
                        AUDITOR,
                        "/api/v1/audit/events?after=-1&limit=0&aggregate=&type=Nothing&from=yesterday&to=2020-01-01&actor=")
                .expectStatus()
                .isBadRequest()
                .expectBody();
        assertThat(names(faults, "$.errors[*].parameter"))
                .containsExactlyInAnyOrder("after", "limit", "aggregate", "type", "from", "to", "actor");
    }

    /** A client that takes answers of any length. */
    @Override
    protected WebTestClient as(String token) {
        return super.as(token)
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .build();
    }

    private static List<LedgerLine> ledger() {
        try (var lines = FEED.reader().lines(0, Long.MAX_VALUE)) {
            return lines.stream().toList();
        }
    }

    private static List<String> text(List<LedgerLine> lines) {
        return lines.stream().map(LedgerLine::line).toList();
    }

    private List<String> types(String id) {
        return lines("/api/v1/audit/timeline/" + id).stream()
                .map(line -> LedgerLine.parse(line).type())
                .toList();
    }

    private List<String> lines(String uri, Object... variables) {
        var body = read(AUDITOR, uri, variables)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? List.of() : body.lines().toList();
    }
}
