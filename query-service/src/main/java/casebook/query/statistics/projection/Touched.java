package casebook.query.statistics.projection;

import casebook.events.CaseAbsorbed;
import casebook.events.CaseEvent;
import casebook.events.CaseIncident;
import casebook.events.CaseOpened;
import casebook.events.ExhibitEvent;
import casebook.events.IncidentEvent;
import casebook.events.IncidentFiled;
import casebook.events.IncidentId;
import casebook.events.IncidentLinked;
import casebook.events.StationEvent;
import casebook.query.projection.LedgerEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which incidents and cases that were there before a batch its events need. */
final class Touched {

    private final Set<IncidentId> filed = new HashSet<>();
    private final Set<IncidentId> changed = new HashSet<>();
    private final Set<IncidentId> linked = new HashSet<>();
    private final Set<String> cases = new HashSet<>();

    static Touched by(List<LedgerEvent> events) {
        var touched = new Touched();
        events.forEach(event -> touched.add(event));
        return touched;
    }

    private void add(LedgerEvent event) {
        switch (event.event()) {
            case IncidentFiled incident -> filed.add(incident.incident());
            case IncidentEvent incident -> changed.add(incident.incident());
            case CaseEvent caseFile -> add(caseFile);
            case ExhibitEvent _, StationEvent _ -> {}
        }
    }

    private void add(CaseEvent event) {
        cases.add(event.caseFile().toString());
        if (event instanceof CaseOpened opened) {
            opened.incidents().stream().map(CaseIncident::incident).forEach(linked::add);
        }
        if (event instanceof CaseAbsorbed absorbed) {
            absorbed.incidents().stream().map(CaseIncident::incident).forEach(linked::add);
        }
        if (event instanceof IncidentLinked link) {
            linked.add(link.incident().incident());
        }
    }

    /** Those that change or come into a case, unless the batch files them. */
    Set<String> incidents() {
        var needed = new HashSet<>(changed);
        needed.addAll(linked);
        needed.removeAll(filed);
        return textOf(needed);
    }

    /** Those that change: the cases in which they are change with them. */
    Set<String> changedIncidents() {
        return textOf(changed);
    }

    Set<String> cases() {
        return cases;
    }

    private static Set<String> textOf(Set<IncidentId> ids) {
        var text = new HashSet<String>();
        ids.forEach(id -> text.add(id.toString()));
        return text;
    }
}
