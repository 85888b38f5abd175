package casebook.query.cases.view;

import casebook.events.CaseDetails;
import casebook.events.CaseId;
import casebook.events.CaseState;
import casebook.events.Closure;
import casebook.events.IncidentId;
import casebook.events.StationCode;
import casebook.query.cases.CaseFileState;
import casebook.query.cases.StatusDate;
import casebook.query.exhibits.view.ExhibitRow;
import casebook.query.incidents.view.IncidentRow;
import casebook.query.incidents.view.RelatedIncident;
import casebook.query.platform.MissedDeadline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case with all that this caller may see of it.
 *
 * @param stations those of the incidents that the caller may see
 * @param incidents those that the caller may see
 * @param incidentRows the same incidents, with what a list shows of them
 * @param referrals in the order in which they were sent
 * @param custody what was taken into custody in incidents that the caller may see
 * @param mergedInto the case that it went into, while its status is MERGED and the caller may see that case
 * @param absorbed the cases that went into it, those of them that the caller may see
 * @param seal who alone may see it, while it is sealed
 * @param missedDeadlines what was not done in time, as the ledger recorded it
 * @param related other incidents with a vehicle or a person of this case; absent in a view of an earlier moment
 * @param closure why it was dismissed, while it is
 * @param statusDates every status that it came into, the present one last
 * @param allowedActions what this caller may do with it; absent in a view of an earlier moment
 * @param labels words for the codes, in the caller's language
 */
public record CaseView(
        CaseId id,
        String title,
        CaseState status,
        @Nullable String lead,
        List<StationCode> stations,
        List<IncidentId> incidents,
        List<IncidentRow> incidentRows,
        List<CaseFileState.Note> notes,
        List<ReferralView> referrals,
        List<ExhibitRow> custody,
        @Nullable CaseId mergedInto,
        List<CaseId> absorbed,
        CaseDetails.@Nullable Seal seal,
        CaseDetails.@Nullable Hold hold,
        List<MissedDeadline> missedDeadlines,
        @Nullable List<RelatedIncident> related,
        @Nullable Closure closure,
        List<StatusDate> statusDates,
        Instant openedAt,
        long version,
        long position,
        @Nullable List<String> allowedActions,
        Map<String, String> labels) {

    static CaseView of(
            CaseFileState state, Seen seen, List<IncidentRow> rows, Beside beside, Map<String, String> labels) {
        return new CaseView(
                state.id(),
                state.title(),
                state.state(),
                state.lead(),
                seen.stations(state),
                seen.incidents(state),
                rows,
                state.notes(),
                ReferralView.of(state),
                beside.custody(),
                seen.mergedInto(state),
                seen.absorbed(state),
                state.details().seal(),
                state.details().hold(),
                MissedDeadline.of(state.details().missed(), state::owes),
                beside.related(),
                state.statuses().getLast().closure(),
                state.statuses(),
                state.openedAt(),
                state.version(),
                state.position(),
                beside.allowedActions(),
                labels);
    }

    /** What is shown beside what the case's own events and its incidents tell. */
    record Beside(
            List<ExhibitRow> custody,
            @Nullable List<RelatedIncident> related,
            @Nullable List<String> allowedActions) {}
}
