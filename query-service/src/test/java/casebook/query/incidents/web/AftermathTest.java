package casebook.query.incidents.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CurrencyCode;
import casebook.events.IncidentFiled;
import casebook.events.Item;
import casebook.events.LabRequested;
import casebook.events.LabResultRecorded;
import casebook.events.Money;
import casebook.events.Percentage;
import casebook.events.Subject;
import casebook.events.SubjectId;
import casebook.events.SubjectOutcome;
import casebook.events.SubjectOutcomeRecorded;
import casebook.events.SubjectRole;
import casebook.events.Support;
import casebook.events.VictimReferred;
import casebook.events.VictimSupported;
import casebook.http.Role;
import casebook.query.Sample;
import casebook.query.ServiceTest;
import casebook.query.Tokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What became of the persons and the seizures of an incident. */
class AftermathTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);

    private final SubjectId violator = new SubjectId(UUID.randomUUID());
    private final SubjectId victim = new SubjectId(UUID.randomUUID());
    private final IncidentFiled filed = Sample.filed(
            Sample.incident(),
            Sample.STATION,
            Sample.PROVINCE,
            1,
            Sample.detailsWith(List.of(
                    new Subject(violator, SubjectRole.VIOLATOR, null, null, null),
                    new Subject(victim, SubjectRole.VICTIM, null, null, null))));

    @BeforeEach
    void file() {
        FEED.append(filed);
    }

    @Test
    void outcomesStandWithThePersonTheyAreOf() {
        var fine = new Money(new BigDecimal("7500000"), new CurrencyCode("VND"));
        FEED.append(new SubjectOutcomeRecorded(filed.incident(), violator, SubjectOutcome.DETAINED, null, null));
        FEED.append(new SubjectOutcomeRecorded(
                filed.incident(), violator, SubjectOutcome.SANCTIONED, fine, "Decision 12."));
        incident()
                .jsonPath("$.subjects[0].outcomes.length()")
                .isEqualTo(2)
                .jsonPath("$.subjects[0].outcomes[1].outcome")
                .isEqualTo("SANCTIONED")
                .jsonPath("$.subjects[0].outcomes[1].amount.amount")
                .isEqualTo("7500000")
                .jsonPath("$.subjects[0].outcomes[1].by")
                .isEqualTo("Nguyen Van A")
                .jsonPath("$.subjects[1].outcomes")
                .isEmpty();
        history("en")
                .jsonPath("$[1].text")
                .isEqualTo("A person was recorded as detained.")
                .jsonPath("$[2].text")
                .isEqualTo("A person was recorded as sanctioned: 7,500,000 VND. Decision 12.")
                .jsonPath("$[2].changes[0].field")
                .isEqualTo("outcomes");
        history("vi")
                .jsonPath("$[2].text")
                .isEqualTo("Kết quả xử lý một người: bị xử phạt, 7.500.000 VND. Decision 12.");
    }

    @Test
    void careStandsWithTheVictim() {
        FEED.append(new VictimSupported(filed.incident(), victim, Support.SHELTER, null));
        FEED.append(new VictimReferred(filed.incident(), victim, "Peace House", null));
        incident()
                .jsonPath("$.subjects[1].care[0].support")
                .isEqualTo("SHELTER")
                .jsonPath("$.subjects[1].care[1].referredTo")
                .isEqualTo("Peace House")
                .jsonPath("$.subjects[0].care")
                .isEmpty();
        history("en").jsonPath("$[2].text").isEqualTo("A victim was referred to Peace House.");
    }

    @Test
    void laboratoryIsPendingUntilItReportsItemAndPurity() {
        var incident = Sample.filed(Sample.incident(), 2);
        var seizure = incident.details().seizures().getFirst().id();
        FEED.append(incident);
        FEED.append(
                new LabRequested(incident.incident(), seizure, "Institute 1", Instant.parse("2024-06-01T00:00:00Z")));
        read(ANALYST, "/api/v1/incidents/{id}", incident.incident())
                .expectBody()
                .jsonPath("$.seizures[0].item")
                .isEqualTo("HEROIN")
                .jsonPath("$.seizures[0].lab.status")
                .isEqualTo("LAB_PENDING")
                .jsonPath("$.seizures[0].lab.dueBy")
                .isEqualTo("2024-06-01T00:00:00Z")
                .jsonPath("$.seizures[0].lab.item")
                .doesNotExist();
        var before = FEED.reader().position();
        FEED.append(new LabResultRecorded(
                incident.incident(), seizure, Item.METHAMPHETAMINE, new Percentage(new BigDecimal("71.30")), null));
        read(ANALYST, "/api/v1/incidents/{id}", incident.incident())
                .expectBody()
                .jsonPath("$.seizures[0].item")
                .isEqualTo("HEROIN")
                .jsonPath("$.seizures[0].lab.status")
                .isEqualTo("LAB_REPORTED")
                .jsonPath("$.seizures[0].lab.item")
                .isEqualTo("METHAMPHETAMINE")
                .jsonPath("$.seizures[0].lab.purity")
                .isEqualTo("71.3")
                .jsonPath("$.seizures[0].lab.laboratory")
                .isEqualTo("Institute 1");
        read(ANALYST, "/api/v1/incidents/{id}?asOf=" + before, incident.incident())
                .expectBody()
                .jsonPath("$.seizures[0].lab.status")
                .isEqualTo("LAB_PENDING");
        var texts = names(
                read(ANALYST, "/api/v1/incidents/{id}/history", incident.incident())
                        .expectBody(),
                "$[*].text");
        assertThat(texts)
                .contains(
                        "A laboratory analysis was requested from Institute 1. The result is due by 1 June 2024, 07:00.",
                        "The laboratory found: methamphetamine, purity 71.3%.");
    }

    private WebTestClient.BodyContentSpec incident() {
        return read(ANALYST, "/api/v1/incidents/{id}", filed.incident()).expectBody();
    }

    private WebTestClient.BodyContentSpec history(String language) {
        return as(ANALYST)
                .get()
                .uri("/api/v1/incidents/{id}/history", filed.incident())
                .header("Casebook-Min-Position", Long.toString(FEED.reader().position()))
                .header("Accept-Language", language)
                .exchange()
                .expectBody();
    }
}
