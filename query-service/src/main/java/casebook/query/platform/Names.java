package casebook.query.platform;

import casebook.events.CaseOpened;
import casebook.events.IncidentFiled;
import casebook.query.projection.LedgerEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What readers call an incident or a case: its number, its title. One that is not known here keeps its id.
 *
 * @param hidden the ids of those that do not exist for the reader: they are not to be shown either
 */
public record Names(Map<String, String> byId, Set<String> hidden) {

    public Names {
        byId = Map.copyOf(byId);
        hidden = Set.copyOf(hidden);
    }

    /** Of these, which all are mentioned: those that have no name here are hidden. */
    public static Names among(Collection<?> mentioned, Map<String, String> byId) {
        var hidden = mentioned.stream()
                .map(Object::toString)
                .filter(id -> !byId.containsKey(id))
                .collect(Collectors.toSet());
        return new Names(byId, hidden);
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
        return new Names(names, Set.of());
    }

    public boolean hides(Object id) {
        return hidden.contains(id.toString());
    }

    /** To be asked of what is not hidden. */
    public String of(Object id) {
        return byId.getOrDefault(id.toString(), id.toString());
    }
}
