package casebook.query.cases.view;

import casebook.events.CaseState;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.cases.CaseFileState;
import java.util.ArrayList;
import java.util.List;

/** What a caller may do with a case: the state machine of commands, and who may do what. */
final class CaseActions {

    private CaseActions() {}

    static List<String> of(CaseFileState state, Caller caller) {
        var command = caller.has(Role.COMMAND)
                && state.incidents().stream()
                        .anyMatch(one -> one.stationProvince().equals(caller.province()));
        var station = caller.has(Role.STATION)
                && state.incidents().stream().anyMatch(one -> one.station().equals(caller.station()));
        var actions = new ArrayList<String>();
        if (command || station) {
            casework(state, actions);
            if (command && state.state().isActive()) {
                actions.add("assign");
            }
            state.state().next().stream()
                    .filter(next -> command || !isForCommandAlone(state.state(), next))
                    .forEach(next -> actions.add("transition:" + next));
        }
        return List.copyOf(actions);
    }

    private static void casework(CaseFileState state, List<String> actions) {
        if (state.state() != CaseState.MERGED) {
            actions.add("note");
        }
        if (state.state().isActive()) {
            actions.add("link");
            if (state.incidents().size() > 1) {
                actions.add("unlink");
            }
        }
    }

    /** Closing a case and reopening it. */
    private static boolean isForCommandAlone(CaseState from, CaseState to) {
        return from == CaseState.CLOSED || to == CaseState.CLOSED;
    }
}
