package casebook.query.exhibits.web;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.events.CustodyDiscrepancy;
import casebook.events.CustodyReceived;
import casebook.events.CustodyRefused;
import casebook.events.CustodyTransferOffered;
import casebook.events.DeadlineKind;
import casebook.events.ExhibitDeadlineMissed;
import casebook.events.ExhibitDestroyed;
import casebook.events.ExhibitFileAltered;
import casebook.events.ExhibitFileAttached;
import casebook.events.ExhibitId;
import casebook.events.ExhibitReleased;
import casebook.events.ExhibitSampled;
import casebook.events.ExhibitWeighed;
import casebook.events.FileId;
import casebook.events.IncidentFiled;
import casebook.events.Quantity;
import casebook.events.Sha256;
import casebook.events.TransferId;
import casebook.events.Unit;
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

class ExhibitsTest extends ServiceTest {

    private static final String ANALYST = Tokens.of(Role.ANALYST);
    private static final String DECLARED = "a".repeat(64);

    private final IncidentFiled filed = Sample.filed(Sample.incident(), 1);
    private final ExhibitId id = new ExhibitId(UUID.randomUUID());
    private final TransferId transfer = new TransferId(UUID.randomUUID());

    @BeforeEach
    void takeIntoCustody() {
        FEED.append(filed);
        FEED.append(Sample.entered(id, filed, "Bag 1", "1000", Unit.KG, "Le Van C"));
    }

    @Test
    void balanceIsExactInTheUnitOfTheStatistics() {
        FEED.append(new ExhibitSampled(id, Quantity.of("250"), Unit.G, null, "Lab", "Analysis"));
        FEED.append(new ExhibitDestroyed(id, Quantity.of("1"), Unit.LB, null, null, "By decision 12"));
        FEED.append(new ExhibitReleased(id, Quantity.of("99.29640763"), Unit.KG, null, "Owner", "Not his"));
        one(ANALYST)
                .jsonPath("$.id")
                .isEqualTo(id.toString())
                .jsonPath("$.incident")
                .isEqualTo(filed.incident().toString())
                .jsonPath("$.station")
                .isEqualTo("VN-09-A")
                .jsonPath("$.description")
                .isEqualTo("Bag 1")
                .jsonPath("$.sha256")
                .isEqualTo(DECLARED)
                .jsonPath("$.unit")
                .isEqualTo("KG")
                .jsonPath("$.seized")
                .isEqualTo("1000")
                .jsonPath("$.held")
                .isEqualTo("900")
                .jsonPath("$.sampled")
                .isEqualTo("0.25")
                .jsonPath("$.destroyed")
                .isEqualTo("0.45359237")
                .jsonPath("$.released")
                .isEqualTo("99.29640763")
                .jsonPath("$.chain[1].action")
                .isEqualTo("SAMPLE")
                .jsonPath("$.chain[1].quantity")
                .isEqualTo("250")
                .jsonPath("$.chain[1].unit")
                .isEqualTo("G")
                .jsonPath("$.chain[1].to")
                .isEqualTo("Lab")
                .jsonPath("$.chain[1].reason")
                .isEqualTo("Analysis")
                .jsonPath("$.chain[1].held")
                .isEqualTo("999.75")
                .jsonPath("$.chain[3].text")
                .isEqualTo("Of exhibit “Bag 1”, 99.29640763 kg were released: Not his");
    }

    @Test
    void itsCustodianIsOfferedWhatHisCommandsWouldDo() {
        var custodian = Tokens.command("VN-09", "Le Van C");
        assertThat(names(one(custodian), "$.allowedActions[*]"))
                .containsExactlyInAnyOrder("transfer", "sample", "destroy", "release", "weigh");
        assertThat(names(one(ANALYST), "$.allowedActions[*]")).isEmpty();
        FEED.as("Le Van C").append(offered());
        FEED.as("Nguyen Van A");
        assertThat(names(one(Tokens.command("VN-09", "Pham D")), "$.allowedActions[*]"))
                .contains("receive", "refuse")
                .doesNotContain("transfer");
    }

    @Test
    void custodianChangesWhenTheReceiverReceives() {
        FEED.as("Le Van C").append(offered());
        one(ANALYST)
                .jsonPath("$.custodian")
                .isEqualTo("Le Van C")
                .jsonPath("$.offer.to")
                .isEqualTo("Pham D")
                .jsonPath("$.offer.overdue")
                .isEqualTo(false)
                .jsonPath("$.held")
                .isEqualTo("1000");
        FEED.append(new ExhibitDeadlineMissed(
                id,
                transfer,
                DeadlineKind.CUSTODY_TRANSFER,
                Instant.parse("2024-05-03T00:00:00Z"),
                Instant.parse("2024-05-03T00:00:10Z")));
        one(ANALYST)
                .jsonPath("$.offer.overdue")
                .isEqualTo(true)
                .jsonPath("$.chain[2].action")
                .isEqualTo("OVERDUE")
                .jsonPath("$.chain[2].type")
                .isEqualTo("DeadlineMissed")
                .jsonPath("$.chain[2].dueAt")
                .isEqualTo("2024-05-03T00:00:00Z");
        FEED.as("Pham D").append(new CustodyReceived(id, null, null, "Le Van C", "Pham D", "For the lab"));
        FEED.as("Nguyen Van A");
        one(ANALYST)
                .jsonPath("$.custodian")
                .isEqualTo("Pham D")
                .jsonPath("$.offer")
                .doesNotExist()
                .jsonPath("$.chain[1].by")
                .isEqualTo("Le Van C")
                .jsonPath("$.chain[3].by")
                .isEqualTo("Pham D")
                .jsonPath("$.chain[3].custodian")
                .isEqualTo("Pham D");
    }

    @Test
    void refusalEndsTheOfferAndStaysVisible() {
        FEED.append(offered());
        FEED.append(new CustodyRefused(id, null, null, null, "Pham D", "Seal broken"));
        one(ANALYST)
                .jsonPath("$.custodian")
                .isEqualTo("Le Van C")
                .jsonPath("$.offer")
                .doesNotExist()
                .jsonPath("$.chain.length()")
                .isEqualTo(3)
                .jsonPath("$.chain[2].reason")
                .isEqualTo("Seal broken");
    }

    @Test
    void discrepancyNamesBothCustodians() {
        FEED.append(offered());
        FEED.append(new CustodyReceived(id, null, null, null, "Pham D", "Night shift"));
        FEED.append(
                new ExhibitWeighed(id, Quantity.of("980"), Unit.KG, null, null, "Routine"),
                new CustodyDiscrepancy(
                        id,
                        new BigDecimal("1000"),
                        new BigDecimal("980"),
                        Unit.KG,
                        new BigDecimal("0.01"),
                        List.of("Le Van C", "Pham D")));
        one(ANALYST)
                .jsonPath("$.discrepancies")
                .isEqualTo(1)
                .jsonPath("$.held")
                .isEqualTo("1000")
                .jsonPath("$.chain[3].action")
                .isEqualTo("WEIGH")
                .jsonPath("$.chain[4].action")
                .isEqualTo("DISCREPANCY")
                .jsonPath("$.chain[4].discrepancy.custodians[0]")
                .isEqualTo("Le Van C")
                .jsonPath("$.chain[4].discrepancy.held")
                .isEqualTo("1000")
                .jsonPath("$.chain[4].text")
                .isEqualTo("Exhibit “Bag 1” weighs 980 kg where 1,000 kg should be held. "
                        + "Last custodians: Le Van C, Pham D.");
    }

    @Test
    void attachedFileIsTheNewestAndItsAlterationIsSeen() {
        var first = new FileId(UUID.randomUUID());
        var second = new FileId(UUID.randomUUID());
        FEED.append(new ExhibitFileAttached(id, first, new Sha256("b".repeat(64)), 10, "image/png", 1));
        FEED.append(new ExhibitFileAttached(id, second, new Sha256("c".repeat(64)), 20, "application/pdf", 2));
        one(ANALYST)
                .jsonPath("$.sha256")
                .isEqualTo("c".repeat(64))
                .jsonPath("$.file.mediaType")
                .isEqualTo("application/pdf")
                .jsonPath("$.altered")
                .isEqualTo(false);
        FEED.append(new ExhibitFileAltered(id, second, null));
        one(ANALYST)
                .jsonPath("$.altered")
                .isEqualTo(true)
                .jsonPath("$.chain.length()")
                .isEqualTo(4);
    }

    @Test
    void exhibitIsSeenByWhomTheIncidentIsSeen() {
        for (var token : List.of(
                Tokens.station("VN-09-A"), Tokens.command("VN-09"), Tokens.of(Role.AUDITOR), Tokens.of(Role.ADMIN))) {
            one(token).jsonPath("$.version").isEqualTo(1);
        }
        for (var token : List.of(Tokens.station("VN-09-B"), Tokens.command("VN-10"))) {
            read(token, "/api/v1/exhibits/{id}", id).expectStatus().isNotFound();
        }
        read(Tokens.withoutRole(), "/api/v1/exhibits/{id}", id).expectStatus().isForbidden();
        read(ANALYST, "/api/v1/exhibits/{id}", UUID.randomUUID()).expectStatus().isNotFound();
    }

    @Test
    void exhibitStandsInItsIncidentAndItsCase() {
        var caseFile = Sample.caseFile();
        var second = new ExhibitId(UUID.randomUUID());
        FEED.append(Sample.entered(second, filed, "Bag 2", "2", Unit.KG, "Le Van C"));
        FEED.append(Sample.opened(caseFile, filed));
        var incident = read(Tokens.station("VN-09-A"), "/api/v1/incidents/{id}", filed.incident())
                .expectBody();
        assertThat(names(incident, "$.exhibits[*].description")).containsExactly("Bag 1", "Bag 2");
        var custody =
                read(Tokens.station("VN-09-A"), "/api/v1/cases/{id}", caseFile).expectBody();
        assertThat(names(custody, "$.custody[*].id")).containsExactly(id.toString(), second.toString());
        custody.jsonPath("$.custody[0].held").isEqualTo("1000");
    }

    @Test
    void custodyStandsInTheHistoryOfTheIncidentInBothLanguages() {
        FEED.append(offered());
        read(ANALYST, "/api/v1/incidents/{id}/history", filed.incident())
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(3)
                .jsonPath("$[1].type")
                .isEqualTo("ExhibitEntered")
                .jsonPath("$[1].text")
                .isEqualTo("Exhibit “Bag 1”, 1,000 kg, entered the custody of Le Van C.")
                .jsonPath("$[2].text")
                .isEqualTo("Exhibit “Bag 1” is to be handed over to Pham D: For the lab")
                .jsonPath("$[2].changes[0].field")
                .isEqualTo("exhibits/" + id + "/offer");
        as(ANALYST)
                .get()
                .uri("/api/v1/incidents/{id}/history", filed.incident())
                .header("Accept-Language", "vi")
                .exchange()
                .expectBody()
                .jsonPath("$[1].text")
                .isEqualTo("Vật chứng “Bag 1”, 1.000 kg, được giao cho Le Van C giữ.");
    }

    private CustodyTransferOffered offered() {
        return new CustodyTransferOffered(id, transfer, null, null, "Le Van C", "Pham D", "For the lab");
    }

    private WebTestClient.BodyContentSpec one(String token) {
        return read(token, "/api/v1/exhibits/{id}", id).expectStatus().isOk().expectBody();
    }
}
