package casebook.command.deadline;

import static casebook.command.deadline.Change.Reason.DONE;
import static casebook.command.deadline.Change.Reason.MERGED;
import static casebook.command.deadline.Change.Reason.PUT;
import static casebook.events.DeadlineKind.ACCEPTANCE;
import static casebook.events.DeadlineKind.CUSTODY_TRANSFER;
import static casebook.events.DeadlineKind.FIRST_REPORT;
import static casebook.events.DeadlineKind.FOLLOW_UP;
import static casebook.events.DeadlineKind.LAB_RESULT;
import static casebook.events.DeadlineKind.REFERRAL_ANSWER;
import static casebook.events.DeadlineKind.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.command.deadline.Change.Begin;
import casebook.command.deadline.Change.End;
import casebook.command.deadline.Change.EndAll;
import casebook.command.deadline.Change.Rest;
import casebook.command.deadline.Change.RunAgain;
import casebook.events.Agency;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseMerged;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseState;
import casebook.events.CaseUnmerged;
import casebook.events.Category;
import casebook.events.CustodyReceived;
import casebook.events.CustodyTransferOffered;
import casebook.events.DeadlineKind;
import casebook.events.ExhibitId;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentDetails;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.IncidentReturned;
import casebook.events.IncidentVoided;
import casebook.events.Item;
import casebook.events.LabRequested;
import casebook.events.LabResultRecorded;
import casebook.events.Place;
import casebook.events.ProvinceCode;
import casebook.events.ReferralAnswered;
import casebook.events.ReferralId;
import casebook.events.ReferralOutcome;
import casebook.events.ReferralSent;
import casebook.events.SeizureId;
import casebook.events.StationCode;
import casebook.events.TransferId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeadlineRulesTest {

    private static final Instant AT = Instant.parse("2024-03-01T00:00:00Z");
    private static final long CLOCK = 4;
    private static final Start START = new Start(CLOCK, AT);
    private static final Instant DUE_BY = Instant.parse("2024-03-02T00:00:00Z");
    private static final Duration HOURS = Duration.ofHours(5);
    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    private static final CaseId CASE = new CaseId(new UUID(0, 2));
    private static final ExhibitId EXHIBIT = new ExhibitId(new UUID(0, 3));
    private static final ReferralId REFERRAL = new ReferralId(new UUID(0, 4));
    private static final SeizureId SEIZURE = new SeizureId(new UUID(0, 5));
    private static final TransferId TRANSFER = new TransferId(new UUID(0, 6));
    private static final StationCode STATION = new StationCode("VN-09-TAN-THANH");
    private static final ProvinceCode PROVINCE = new ProvinceCode("VN-09");

    private final DeadlineProperties properties = new DeadlineProperties(
            Map.of(),
            Map.of(
                    Category.DRUG_TRAFFICKING,
                    Map.of(FIRST_REPORT, HOURS, LAB_RESULT, HOURS, REFERRAL_ANSWER, HOURS, RESOLUTION, HOURS)),
            Duration.ofSeconds(1));
    private final DeadlineRules rules = new DeadlineRules(properties, _ -> Category.DRUG_TRAFFICKING);

    @Test
    void aReportInTimeIsToBeFollowedUpAndJudged() {
        assertThat(rules.changes(filed(AT.minus(HOURS)), START))
                .containsExactly(begin(FOLLOW_UP, Duration.ofDays(7)), begin(ACCEPTANCE, Duration.ofDays(3)));
    }

    @Test
    void aReportThatComesLateWasDueAfterItsOccurrence() {
        var occurred = AT.minus(HOURS).minusMillis(1);
        assertThat(rules.changes(filed(occurred), START))
                .contains(new Begin(Deadline.of(INCIDENT, FIRST_REPORT), CLOCK, occurred.plus(HOURS), HOURS, null));
    }

    @Test
    void aJudgementIsOwedFromTheFilingAndAgainFromTheOneAfterAReturn() {
        var acceptance = Deadline.of(INCIDENT, ACCEPTANCE);
        assertThat(rules.changes(new IncidentReturned(INCIDENT, "no marker"), START))
                .containsExactly(new Rest(acceptance, DONE));
        assertThat(rules.changes(new IncidentAccepted(INCIDENT), START)).containsExactly(new End(acceptance));
        assertThat(rules.changes(new IncidentVoided(INCIDENT, "a drill", null), START))
                .containsExactly(new EndAll(INCIDENT.toString()));
    }

    @Test
    void aLaboratoryHasAsLongAsItWasGivenOrAsIsConfigured() {
        var laboratory = new Deadline(INCIDENT.toString(), LAB_RESULT, SEIZURE.value());
        assertThat(rules.changes(new LabRequested(INCIDENT, SEIZURE, null, DUE_BY), START))
                .contains(new Begin(laboratory, CLOCK, DUE_BY, HOURS, null));
        assertThat(rules.changes(new LabRequested(INCIDENT, SEIZURE, null, null), START))
                .contains(new Begin(laboratory, CLOCK, AT.plus(HOURS), HOURS, null));
        assertThat(rules.changes(new LabResultRecorded(INCIDENT, SEIZURE, Item.HEROIN, null, null), START))
                .contains(new End(laboratory));
        assertThat(rules.changes(new IncidentDeadlineMissed(INCIDENT, LAB_RESULT, AT, AT, SEIZURE, 4L), START))
                .containsExactly(new End(laboratory));
    }

    @Test
    void aReferralIsAnsweredByWhenItSaysOrByWhenIsConfigured() {
        var answer = new Deadline(CASE.toString(), REFERRAL_ANSWER, REFERRAL.value());
        assertThat(rules.changes(new ReferralSent(CASE, REFERRAL, Agency.CUSTOMS, "papers", DUE_BY), START))
                .containsExactly(new Begin(answer, CLOCK, DUE_BY, HOURS, null));
        assertThat(rules.changes(new ReferralSent(CASE, REFERRAL, Agency.CUSTOMS, "papers", null), START))
                .containsExactly(new Begin(answer, CLOCK, AT.plus(HOURS), HOURS, null));
        assertThat(rules.changes(new ReferralAnswered(CASE, REFERRAL, ReferralOutcome.ACCEPTED, null), START))
                .containsExactly(new End(answer));
    }

    @Test
    void aCaseIsToBeResolvedWhileItIsActive() {
        var resolution = Deadline.of(CASE, RESOLUTION);
        var opened = new CaseOpened(CASE, "Tea", List.of(new CaseIncident(INCIDENT, STATION, PROVINCE)), null);
        assertThat(rules.changes(opened, START))
                .containsExactly(new Begin(resolution, CLOCK, AT.plus(HOURS), HOURS, null));
        assertThat(rules.changes(new CaseMoved(CASE, CaseState.PROSECUTED, null, null), START))
                .containsExactly(new Rest(resolution, DONE));
        assertThat(rules.changes(new CaseMoved(CASE, CaseState.UNDER_INVESTIGATION, "new", null), START))
                .containsExactly(new RunAgain(resolution, DONE, CLOCK, AT));
        assertThat(rules.changes(new CaseMerged(CASE, new CaseId(new UUID(0, 7)), "same"), START))
                .containsExactly(new Rest(resolution, MERGED));
        assertThat(rules.changes(new CaseUnmerged(CASE, "other"), START))
                .containsExactly(new RunAgain(resolution, MERGED, CLOCK, AT));
        assertThat(rules.changes(new CaseDeadlineMissed(CASE, RESOLUTION, AT, AT, null, 0L), START))
                .containsExactly(new Rest(resolution, PUT));
    }

    @Test
    void anOfferedExhibitIsToBeReceivedOrRefused() {
        var handover = Deadline.of(EXHIBIT, CUSTODY_TRANSFER);
        var day = Duration.ofHours(24);
        assertThat(rules.changes(new CustodyTransferOffered(EXHIBIT, TRANSFER, null, null, null, "B", "lab"), START))
                .containsExactly(new Begin(handover, CLOCK, AT.plus(day), day, TRANSFER.value()));
        assertThat(rules.changes(new CustodyReceived(EXHIBIT, null, null, null, "B", "lab"), START))
                .containsExactly(new End(handover));
    }

    @Test
    void noTimeAtAllIsNoConfiguration() {
        assertThatThrownBy(() ->
                        new DeadlineProperties(Map.of(ACCEPTANCE, Duration.ZERO), Map.of(), Duration.ofSeconds(1)))
                .hasMessageContaining("ACCEPTANCE");
        assertThatThrownBy(() -> new DeadlineProperties(Map.of(), Map.of(), Duration.ofSeconds(51)))
                .hasMessageContaining("every");
    }

    private static Begin begin(DeadlineKind kind, Duration allowed) {
        return new Begin(Deadline.of(INCIDENT, kind), CLOCK, AT.plus(allowed), allowed, null);
    }

    private static IncidentFiled filed(Instant occurredAt) {
        var details = new IncidentDetails(
                Category.DRUG_TRAFFICKING,
                OffsetDateTime.ofInstant(occurredAt, ZoneOffset.UTC),
                null,
                new Place(PROVINCE, null, null, null, null),
                null,
                null,
                List.of(),
                "Heroin",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                0,
                0);
        return new IncidentFiled(INCIDENT, STATION, PROVINCE, "VN-09-TAN-THANH-2024-000001", details);
    }
}
