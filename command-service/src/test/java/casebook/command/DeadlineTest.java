package casebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.command.handling.Outcome;
import casebook.command.handling.Standing;
import casebook.command.handling.Terms;
import casebook.command.incident.MissedIncidentDeadlines;
import casebook.events.CaseDeadlineMissed;
import casebook.events.CaseEvent;
import casebook.events.DeadlineKind;
import casebook.events.IncidentDeadlineMissed;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DeadlineTest {

    private static final String LONG_AGO = "2021-05-06T07:08:00+07:00";

    @Test
    void aReportThatComesTooLateIsABreachFromTheOccurrenceOn() {
        var incident = Sample.filed(Client.TAN_THANH, filing(LONG_AGO));
        Eventually.assertThat(() -> missed(incident).contains(DeadlineKind.FIRST_REPORT));
        var breach = breaches(incident).stream()
                .filter(missed -> missed.kind() == DeadlineKind.FIRST_REPORT)
                .findFirst()
                .orElseThrow();
        assertThat(breach.dueAt())
                .isEqualTo(OffsetDateTime.parse(LONG_AGO).toInstant().plus(Duration.ofHours(24)));
        assertThat(breach.detectedAt()).isAfter(breach.dueAt());
        awaitTheRest(incident);
    }

    @Test
    void aReportInTimeThatNobodyFollowsUpOrJudgesMissesBothOnce() {
        var incident = Sample.filed(Client.TAN_THANH, filing(now()));
        awaitTheRest(incident);
        assertThat(missed(incident)).containsExactlyInAnyOrder(DeadlineKind.FOLLOW_UP, DeadlineKind.ACCEPTANCE);
        var other = Sample.filed(Client.TAN_THANH, filing(now()));
        awaitTheRest(other);
        assertThat(missed(incident)).hasSize(2);
    }

    @Test
    void aBreachThatIsPutAgainIsNotRecordedAgain() {
        var incident = Sample.filed(Client.TAN_THANH, filing(LONG_AGO));
        awaitTheRest(incident);
        var again = RunningService.bean(MissedIncidentDeadlines.class)
                .record(breaches(incident).getFirst(), Terms.ofService("Casebook"));
        assertThat(again)
                .isEqualTo(new Outcome.Unchanged(new Standing(incident.toString(), number(incident), "FILED", 4)));
        assertThat(missed(incident)).hasSize(3);
    }

    @Test
    void anImportStartsNoClock() {
        var imported = Sample.filed(Client.ADMIN, filing(LONG_AGO));
        var filedAfterIt = Sample.filed(Client.TAN_THANH, filing(LONG_AGO));
        awaitTheRest(filedAfterIt);
        assertThat(Recorded.ofIncident(imported)).hasSize(1);
        assertThat(missed(filedAfterIt)).hasSize(3);
    }

    @Test
    void aReportThatIsReturnedIsOwedNoJudgementUntilItIsFiledAgain() {
        var incident = Sample.filed(Client.TAN_THANH, filing(now()));
        Client.COMMAND_09
                .post("/incidents/" + incident + "/return", "{\"reason\": \"no marker\"}")
                .expect(200);
        Eventually.assertThat(() -> missed(incident).contains(DeadlineKind.FOLLOW_UP));
        assertThat(missed(incident)).doesNotContain(DeadlineKind.ACCEPTANCE);
        var amended = Instant.now();
        Client.TAN_THANH
                .post(
                        "/incidents/" + incident + "/amendments",
                        "{\"reason\": \"a marker\", \"changes\": {\"vehicleCount\": 1}}")
                .expect(200);
        Eventually.assertThat(() -> missed(incident).contains(DeadlineKind.ACCEPTANCE));
        assertThat(breaches(incident).getLast().dueAt()).isAfter(amended.plusSeconds(1));
    }

    @Test
    void aCaseThatIsNotResolvedInTimeIsABreach() {
        var incident = Sample.filed(Client.TAN_THANH, filing(now()));
        var caseFile = UUID.randomUUID();
        Client.TAN_THANH
                .post(
                        "/cases",
                        "{\"id\": \"%s\", \"title\": \"Nets\", \"incidents\": [\"%s\"]}".formatted(caseFile, incident))
                .expect(201);
        Eventually.assertThat(() -> Recorded.ofCase(caseFile).size() == 2);
        awaitTheRest(incident);
        assertThat(Recorded.ofCase(caseFile).getLast()).isInstanceOfSatisfying(CaseDeadlineMissed.class, missed -> {
            assertThat(missed.kind()).isEqualTo(DeadlineKind.RESOLUTION);
            assertThat(missed.referral()).isNull();
        });
        assertThat(Recorded.ofCase(caseFile).stream().filter(CaseDeadlineMissed.class::isInstance))
                .extracting(CaseEvent::caseFile)
                .hasSize(1);
    }

    /** The follow-up and the judgement, which every report here goes without. */
    private static void awaitTheRest(UUID incident) {
        Eventually.assertThat(
                () -> missed(incident).containsAll(List.of(DeadlineKind.FOLLOW_UP, DeadlineKind.ACCEPTANCE)));
    }

    private static String number(UUID incident) {
        return ((IncidentFiled) Recorded.ofIncident(incident).getFirst()).number();
    }

    private static List<DeadlineKind> missed(UUID incident) {
        return breaches(incident).stream().map(IncidentDeadlineMissed::kind).toList();
    }

    private static List<IncidentDeadlineMissed> breaches(UUID incident) {
        return Recorded.ofIncident(incident).stream()
                .filter(IncidentDeadlineMissed.class::isInstance)
                .map((IncidentEvent event) -> (IncidentDeadlineMissed) event)
                .toList();
    }

    private static ObjectNode filing(String occurredAt) {
        return Sample.filing(UUID.randomUUID())
                .put("category", RunningService.DEADLINES_OF.name())
                .put("occurredAt", occurredAt);
    }

    private static String now() {
        return Instant.now().atOffset(ZoneOffset.ofHours(7)).toString();
    }
}
