package casebook.query.cases.view;

import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseState;
import casebook.events.IncidentId;
import casebook.events.StationCode;
import casebook.http.Scope;
import casebook.query.cases.CaseFileState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param stations those of the incidents that the caller may see
 * @param incidents those that the caller may see
 * @param changedAt when it came into its status
 * @param mergedInto the case that it went into, while its status is MERGED
 * @param overdue whether a deadline of its own passed and is still owed
 */
public record CaseRow(
        CaseId id,
        String title,
        CaseState status,
        @Nullable String lead,
        List<StationCode> stations,
        List<IncidentId> incidents,
        Instant openedAt,
        Instant changedAt,
        @Nullable CaseId mergedInto,
        boolean overdue,
        long version,
        long position) {

    static CaseRow of(CaseFileState state, Scope scope) {
        var visible = VisibleCases.incidents(state, scope);
        var merger = state.details().merger();
        return new CaseRow(
                state.id(),
                state.title(),
                state.state(),
                state.lead(),
                visible.stream().map(CaseIncident::station).distinct().toList(),
                visible.stream().map(CaseIncident::incident).toList(),
                state.openedAt(),
                state.statuses().getLast().at(),
                merger == null ? null : merger.into(),
                !state.overdue().isEmpty(),
                state.version(),
                state.position());
    }
}
