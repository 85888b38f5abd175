package casebook.query.incidents.view;

import casebook.events.IncidentStatus;
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
        var amend =
                (command || station || caller.has(Role.ADMIN)) && state.status().isOpenToAmendment();
        return Stream.concat(
                        amend ? Stream.of("amend") : Stream.empty(),
                        command ? state.status().next().stream().flatMap(IncidentActions::leadingTo) : Stream.empty())
                .toList();
    }

    private static Stream<String> leadingTo(IncidentStatus next) {
        return switch (next) {
            case RETURNED -> Stream.of("return");
            case ACCEPTED -> Stream.of("accept");
            case VOIDED -> Stream.of("void");
            // An amendment alone leads there.
            case FILED -> Stream.empty();
        };
    }
}
