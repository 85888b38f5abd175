package casebook.benchmarks.reads;

import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseMoved;
import casebook.events.CaseOpened;
import casebook.events.CaseState;
import casebook.events.CasebookEvent;
import casebook.events.IncidentAccepted;
import casebook.events.IncidentAmended;
import casebook.events.IncidentChanges;
import casebook.events.IncidentStatus;
import casebook.events.IncidentVoided;
import casebook.events.NoteAdded;
import casebook.events.NoteId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What follows the filing of sample incidents: of a hundred, 10 are amended, 2 voided, 30 accepted; each twentieth becomes a case. */
final class SampleHistory {

    private static final int FIVE_PERCENT = 20;
    private static final int AMENDED = 10;
    private static final int VOIDED = 2;
    private static final int ACCEPTED = 30;

    private SampleHistory() {}

    /** The events of one incident, and of the case that is opened over it, in order. */
    static List<CasebookEvent> of(int number) {
        var filed = SampleIncident.of(number).filed();
        var events = new ArrayList<CasebookEvent>(List.of(filed));
        if (number % 100 < AMENDED) {
            events.add(new IncidentAmended(
                    filed.incident(),
                    "Ghi nhầm",
                    summary("Đã sửa: " + filed.details().summary())));
        }
        switch (status(number)) {
            case VOIDED -> events.add(new IncidentVoided(filed.incident(), "Báo cáo hai lần", null));
            case ACCEPTED -> events.add(new IncidentAccepted(filed.incident()));
            case FILED, RETURNED -> {}
        }
        if (number % FIVE_PERCENT == FIVE_PERCENT - 1) {
            var caseFile = caseOf(number);
            var incident = new CaseIncident(filed.incident(), filed.station(), filed.stationProvince());
            events.add(new CaseOpened(caseFile, "Chuyên án " + filed.number(), List.of(incident), null));
            events.add(new CaseMoved(caseFile, CaseState.UNDER_INVESTIGATION, null, null));
            events.add(new NoteAdded(caseFile, new NoteId(new UUID(2, number)), "Đã lấy lời khai"));
        }
        return events;
    }

    /** How the incident of this number stands in the end. */
    static IncidentStatus status(int number) {
        var turn = number % 100 - AMENDED;
        if (turn < 0 || turn >= VOIDED + ACCEPTED) {
            return IncidentStatus.FILED;
        }
        return turn < VOIDED ? IncidentStatus.VOIDED : IncidentStatus.ACCEPTED;
    }

    /** The case that stands over the incident of this number, which is 19 above a multiple of 20. */
    static CaseId caseOf(int number) {
        return new CaseId(new UUID(0x0197c0de00007000L, 0x8000000000000000L | number));
    }

    private static IncidentChanges summary(String summary) {
        return new IncidentChanges(
                null, null, null, null, null, null, null, summary, null, null, null, null, null, null, null, List.of());
    }
}
