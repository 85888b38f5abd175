package casebook.query.platform;

import casebook.events.CaseOpened;
import casebook.events.IncidentFiled;
import casebook.query.projection.LedgerEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What readers call an incident or a case: its number, its title. One that is not known here keeps its id. */
public record Names(Map<String, String> byId) {

    public Names {
        byId = Map.copyOf(byId);
    }

    /** Of what these events filed and opened. */
    public static Names in(Collection<LedgerEvent> events) {
        var names = new HashMap<String, String>();
        for (var event : events) {
            switch (event.event()) {
                case IncidentFiled filed -> names.put(filed.incident().toString(), filed.number());
                case CaseOpened opened -> names.put(opened.caseFile().toString(), opened.title());
                default -> {}
            }
        }
        return new Names(names);
    }

    public String of(Object id) {
        return byId.getOrDefault(id.toString(), id.toString());
    }
}
