package casebook.query.deadlines.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseMoved;
import casebook.events.CaseSealed;
import casebook.events.CaseState;
import casebook.events.Category;
import casebook.events.CustodyReceived;
import casebook.events.CustodyTransferOffered;
import casebook.events.DeadlineKind;
import casebook.events.ExhibitDeadlineMissed;
import casebook.events.ExhibitId;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentFiled;
import casebook.events.Item;
import casebook.events.LabRequested;
import casebook.events.LabResultRecorded;
import casebook.events.ProvinceCode;
import casebook.events.SeizureId;
import casebook.events.StationCode;
import casebook.events.TransferId;
import casebook.events.Unit;
import casebook.http.Role;
import casebook.query.Eventually;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import casebook.query.cases.projection.CasesProjection;
import casebook.query.platform.OverdueFields;
import casebook.query.projection.ReadModels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OverdueTest extends ServiceTest {

    @Autowired
    private ReadModels models;

    private static final Instant DUE = Instant.parse("2024-05-10T03:00:00Z");

    private final String station =
            "VN-22-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final IncidentFiled filed = Sample.filed(
            Sample.incident(),
            new StationCode(station),
            new ProvinceCode("VN-22"),
            1,
            Sample.details("2024-04-10T08:00:00+07:00", Category.DRUG_TRAFFICKING));

    @Test
    void missedDeadlinesOfIncidentsCasesAndExhibitsAreListedTheOldestFirst() {
        var caseFile = Sample.caseFile();
        var exhibit = new ExhibitId(UUID.randomUUID());
        var transfer = new TransferId(UUID.randomUUID());
        FEED.append(filed);
        FEED.append(Sample.opened(caseFile, filed));
        FEED.append(Sample.entered(exhibit, filed, "Bag", "1", Unit.KG, "Le Van C"));
        FEED.append(new CustodyTransferOffered(exhibit, transfer, null, null, null, "Pham D", "Lab"));
        FEED.append(missed(DeadlineKind.FIRST_REPORT, DUE.plusSeconds(3), null));
        FEED.append(new CaseDeadlineMissed(caseFile, DeadlineKind.RESOLUTION, DUE.plusSeconds(1), DUE, null, null));
        FEED.append(
                new ExhibitDeadlineMissed(exhibit, transfer, DeadlineKind.CUSTODY_TRANSFER, DUE.plusSeconds(2), DUE));
        var body = read(Tokens.station(station), "/api/v1/cases/overdue")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].case")
                .isEqualTo(caseFile.toString())
                .jsonPath("$.items[0].incident")
                .doesNotExist()
                .jsonPath("$.items[0].dueAt")
                .isEqualTo("2024-05-10T03:00:01Z")
                .jsonPath("$.items[1].exhibit")
                .isEqualTo(exhibit.toString())
                .jsonPath("$.items[1].incident")
                .isEqualTo(filed.incident().toString())
                .jsonPath("$.items[2].incident")
                .isEqualTo(filed.incident().toString());
        assertThat(names(body, "$.items[*].kind")).containsExactly("RESOLUTION", "CUSTODY_TRANSFER", "FIRST_REPORT");
        assertThat(names(body, "$.items[*].station")).containsOnly(station);
        assertThat(kinds("?limit=2")).containsExactly("RESOLUTION", "CUSTODY_TRANSFER");

        FEED.append(new CustodyReceived(exhibit, null, null, null, "Pham D", "Lab"));
        FEED.append(new CaseMoved(caseFile, CaseState.UNDER_INVESTIGATION, null, null));
        FEED.append(new CaseMoved(caseFile, CaseState.SANCTIONED, null, null));
        assertThat(kinds("")).containsExactly("FIRST_REPORT");
        FEED.append(new IncidentAccepted(filed.incident()));
        assertThat(kinds("")).isEmpty();
    }

    @Test
    void laboratoryResultIsOverdueUntilItComes() {
        var seizure = filed.details().seizures().getFirst().id();
        FEED.append(filed);
        FEED.append(new LabRequested(filed.incident(), seizure, "Institute", DUE));
        FEED.append(missed(DeadlineKind.LAB_RESULT, DUE, seizure));
        FEED.append(missed(DeadlineKind.ACCEPTANCE, DUE.plusSeconds(1), null));
        assertThat(kinds("")).containsExactly("LAB_RESULT", "ACCEPTANCE");
        FEED.append(new LabResultRecorded(filed.incident(), seizure, Item.HEROIN, null, null));
        assertThat(kinds("")).containsExactly("ACCEPTANCE");
        read(Tokens.station(station), "/api/v1/incidents/{id}", filed.incident())
                .expectBody()
                .jsonPath("$.missedDeadlines[0].kind")
                .isEqualTo("LAB_RESULT")
                .jsonPath("$.missedDeadlines[0].overdue")
                .isEqualTo(false)
                .jsonPath("$.missedDeadlines[1].overdue")
                .isEqualTo(true);
    }

    @Test
    void whatIsOverdueOutOfScopeOrSealedIsNotListed() {
        var caseFile = Sample.caseFile();
        FEED.append(filed);
        FEED.append(Sample.opened(caseFile, filed));
        FEED.append(new CaseDeadlineMissed(caseFile, DeadlineKind.RESOLUTION, DUE, DUE, null, null));
        assertThat(kinds("")).containsExactly("RESOLUTION");
        for (var token : List.of(Tokens.station("VN-22-NONE"), Tokens.command("VN-23"))) {
            var body = read(token, "/api/v1/cases/overdue?limit=1000").expectBody();
            assertThat(names(body, "$.items[*].station")).doesNotContain(station);
        }
        FEED.append(new CaseSealed(caseFile, "An informer", List.of("Vo Thi E")));
        assertThat(kinds("")).isEmpty();
        read(Tokens.withoutRole(), "/api/v1/cases/overdue").expectStatus().isForbidden();
        read(Tokens.of(Role.ANALYST), "/api/v1/cases/overdue?limit=0")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void metricCountsWhatIsOverdueByKind() throws Throwable {
        FEED.append(filed);
        FEED.append(missed(DeadlineKind.FOLLOW_UP, DUE, null));
        Eventually.eventually(
                () -> assertThat(metrics()).containsPattern("casebook_overdue\\{[^}]*kind=\"FOLLOW_UP\"[^}]*} [1-9]"));
    }

    @Test
    void sealedCasesAreNotCounted() {
        var caseFile = Sample.caseFile();
        FEED.append(filed);
        FEED.append(Sample.opened(caseFile, filed));
        FEED.append(new CaseDeadlineMissed(caseFile, DeadlineKind.RESOLUTION, DUE, DUE, null, null));
        var before = counted();
        FEED.append(new CaseSealed(caseFile, "An informer", List.of("Vo Thi E")));
        assertThat(counted()).isEqualTo(before - 1);
    }

    private long counted() {
        return models.reached(FEED.reader().position(), CasesProjection.NAME)
                .flatMap(reading -> OverdueFields.counts(List.of(reading.collection(CasesProjection.CASES))))
                .map(counts -> counts.getOrDefault(DeadlineKind.RESOLUTION, 0L))
                .blockOptional()
                .orElseThrow();
    }

    private String metrics() {
        return new String(
                anonymous()
                        .get()
                        .uri("/actuator/prometheus")
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }

    private IncidentDeadlineMissed missed(DeadlineKind kind, Instant dueAt, @Nullable SeizureId seizure) {
        return new IncidentDeadlineMissed(filed.incident(), kind, dueAt, dueAt.plusSeconds(10), seizure, null);
    }

    private List<String> kinds(String parameters) {
        return names(
                read(Tokens.station(station), "/api/v1/cases/overdue" + parameters)
                        .expectBody(),
                "$.items[*].kind");
    }
}
