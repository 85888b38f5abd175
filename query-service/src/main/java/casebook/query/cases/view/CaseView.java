package casebook.query.cases.view;

import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseState;
import casebook.events.Closure;
import casebook.events.IncidentId;
import casebook.events.StationCode;
import casebook.query.cases.CaseFileState;
import casebook.query.incidents.view.IncidentRow;
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
        @Nullable Closure closure,
        List<CaseFileState.StatusDate> statusDates,
        Instant openedAt,
        long version,
        long position,
        @Nullable List<String> allowedActions,
        Map<String, String> labels) {

    static CaseView of(
            CaseFileState state,
            List<CaseIncident> visible,
            List<IncidentRow> rows,
            @Nullable List<String> allowedActions,
            Map<String, String> labels) {
        return new CaseView(
                state.id(),
                state.title(),
                state.state(),
                state.lead(),
                visible.stream().map(CaseIncident::station).distinct().toList(),
                visible.stream().map(CaseIncident::incident).toList(),
                rows,
                state.notes(),
                state.statuses().getLast().closure(),
                state.statuses(),
                state.openedAt(),
                state.version(),
                state.position(),
                allowedActions,
                labels);
    }
}
