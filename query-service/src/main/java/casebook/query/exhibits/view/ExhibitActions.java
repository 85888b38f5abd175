package casebook.query.exhibits.view;

import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.exhibits.ExhibitState;
import java.util.List;

/** What a caller who sees an exhibit may do with it: the rules of custody, and who does casework. */
final class ExhibitActions {

    private ExhibitActions() {}

    static List<String> of(ExhibitState state, Caller caller) {
        var command = caller.has(Role.COMMAND);
        return command || caller.has(Role.STATION) ? state.details().allowedActions(caller.name(), command) : List.of();
    }
}
