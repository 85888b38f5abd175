package casebook.query.statistics;

import casebook.events.IncidentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that statistics need to know of a case file.
 *
 * @param merged whether its content counts with another case
 * @param incidents those in it; one that does not count, being void, has no occurrence
 */
public record CaseFacts(boolean merged, Map<IncidentId, Optional<Occurrence>> incidents) {

    public CaseFacts {
        incidents = Collections.unmodifiableMap(new LinkedHashMap<>(incidents));
    }

    public CaseFacts with(IncidentId incident, Optional<Occurrence> occurrence) {
        var more = new LinkedHashMap<>(incidents);
        more.put(incident, occurrence);
        return new CaseFacts(merged, more);
    }

    public CaseFacts without(IncidentId incident) {
        var fewer = new LinkedHashMap<>(incidents);
        fewer.remove(incident);
        return new CaseFacts(merged, fewer);
    }

    public CaseFacts merged(boolean nowMerged) {
        return new CaseFacts(nowMerged, incidents);
    }

    /** Where it counts: nowhere, if it is merged. */
    public List<Occurrence> occurrences() {
        return merged
                ? List.of()
                : incidents.values().stream().flatMap(Optional::stream).toList();
    }
}
