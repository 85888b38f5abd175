package casebook.command.casefile;

import casebook.command.handling.InMemoryAxon;
import casebook.command.handling.Outcome;
import casebook.command.handling.Terms;
import casebook.events.CaseDetails;
import casebook.events.CaseEvent;
import casebook.events.CaseId;
import casebook.events.CaseOpened;
import java.util.List;

/** Several cases: commands that concern two of them need both. */
final class CaseRig {

    private final InMemoryAxon axon = new InMemoryAxon(configurer -> configurer
            .configureAggregate(CaseFile.class)
            .registerCommandHandler(configuration -> new Mergers(configuration.repository(CaseFile.class))));

    /** Events of one case, after those that it has. */
    void given(CaseId id, List<CaseEvent> events) {
        axon.given("Case", id, events);
    }

    Outcome give(Object command, Terms terms) {
        return axon.give(command, terms);
    }

    List<CaseEvent> events(CaseId id) {
        return axon.events(id).map(CaseEvent.class::cast).toList();
    }

    /** All events of all cases in the order of their recording. */
    List<Object> recorded() {
        return axon.recorded();
    }

    CaseDetails details(CaseId id) {
        var events = events(id);
        var details = CaseDetails.of((CaseOpened) events.getFirst());
        for (var event : events.subList(1, events.size())) {
            details = details.after(event);
        }
        return details;
    }
}
