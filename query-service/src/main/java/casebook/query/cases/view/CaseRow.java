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
        long version,
        long position) {

    static CaseRow of(CaseFileState state, Scope scope) {
        var visible = VisibleIncidents.of(state, scope);
        return new CaseRow(
                state.id(),
                state.title(),
                state.state(),
                state.lead(),
                visible.stream().map(CaseIncident::station).distinct().toList(),
                visible.stream().map(CaseIncident::incident).toList(),
                state.openedAt(),
                state.statuses().getLast().at(),
                state.version(),
                state.position());
    }
}
