package casebook.query.incidents.view;

import casebook.events.IncidentAction;
import casebook.http.Caller;
import casebook.http.Role;
import casebook.query.incidents.IncidentState;
import java.util.List;
import java.util.stream.Stream;

/** What a caller may do with an incident: the state machine of commands, and who may do what. */
final class IncidentActions {

    private IncidentActions() {}

    static List<String> of(IncidentState state, Caller caller) {
        var command = caller.has(Role.COMMAND) && state.stationProvince().equals(caller.province());
        var station = caller.has(Role.STATION) && state.station().equals(caller.station());
        var amends = command || station || caller.has(Role.ADMIN);
        return Stream.of(IncidentAction.values())
                .filter(action -> action.isForCommandAlone() ? command : amends)
                .filter(state.status()::allows)
                .map(IncidentAction::code)
                .toList();
    }
}
