package casebook.command.deadline;

import casebook.command.casefile.MissedCaseDeadlines;
import casebook.command.exhibit.MissedTransfers;
import casebook.command.handling.Outcome;
import casebook.command.handling.Terms;
import casebook.command.incident.MissedIncidentDeadlines;
import casebook.events.CaseDeadlineMissed;
import casebook.events.DeadlineMissed;
import casebook.events.ExhibitDeadlineMissed;
import casebook.events.IncidentDeadlineMissed;
import org.springframework.stereotype.Component;

/** Hands each breach to the feature that it happened in, in Casebook's own name. */
@Component
final class RecordedBreaches implements Breaches {

    private static final Terms CASEBOOK = Terms.ofService("Casebook");

    private final MissedIncidentDeadlines incidents;
    private final MissedCaseDeadlines cases;
    private final MissedTransfers exhibits;

    RecordedBreaches(MissedIncidentDeadlines incidents, MissedCaseDeadlines cases, MissedTransfers exhibits) {
        this.incidents = incidents;
        this.cases = cases;
        this.exhibits = exhibits;
    }

    @Override
    public Outcome put(DeadlineMissed breach) {
        return switch (breach) {
            case IncidentDeadlineMissed ofIncident -> incidents.record(ofIncident, CASEBOOK);
            case CaseDeadlineMissed ofCase -> cases.record(ofCase, CASEBOOK);
            case ExhibitDeadlineMissed ofExhibit -> exhibits.record(ofExhibit, CASEBOOK);
        };
    }
}
