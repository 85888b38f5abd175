package casebook.query.cases.view;

import casebook.events.CaseAction;
import casebook.events.CaseDetails;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.cases.CaseFileState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller may do with a case: the state machine of commands, and who may do what. */
final class CaseActions {

    /** Takes both cases; it is refused to who may not see the other one. */
    private static final String UNMERGE = CaseAction.UNMERGE.code();

    private CaseActions() {}

    /** @param into the case that it went into, while it is merged */
    static List<String> of(CaseFileState state, @Nullable CaseDetails into, Seen seen, Caller caller) {
        var command = caller.has(Role.COMMAND)
                && state.incidents().stream()
                        .anyMatch(one -> one.stationProvince().equals(caller.province()));
        var station = caller.has(Role.STATION)
                && state.incidents().stream().anyMatch(one -> one.station().equals(caller.station()));
        var actions = command || station ? state.details().allowedActions(command, into) : List.<String>of();
        return seen.isMergedUnseen(state)
                ? actions.stream().filter(action -> !action.equals(UNMERGE)).toList()
                : actions;
    }
}
