package casebook.query.cases.view;

import casebook.events.CaseId;
import casebook.events.CaseState;
import casebook.events.IncidentId;
import casebook.events.StationCode;
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
 * @param mergedInto the case that it went into, while its status is MERGED and the caller may see that case
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

    static CaseRow of(CaseFileState state, Seen seen) {
        return new CaseRow(
                state.id(),
                state.title(),
                state.state(),
                state.lead(),
                seen.stations(state),
                seen.incidents(state),
                state.openedAt(),
                state.statuses().getLast().at(),
                seen.mergedInto(state),
                !state.overdue().isEmpty(),
                state.version(),
                state.position());
    }
}
