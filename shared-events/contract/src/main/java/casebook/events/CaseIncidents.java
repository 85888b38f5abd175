package casebook.events;

import java.util.List;
import java.util.stream.Stream;

/**
 * The incidents of a case, with how they came in, so that a merger can be taken back.
 *
 * @param own those that it was opened over or that were linked; never empty
 * @param absorbed those of the cases that were merged into it; an incident may stand in several places
 */
public record CaseIncidents(List<CaseIncident> own, List<Absorbed> absorbed) {

    /** The incidents that came with a case. */
    public record Absorbed(CaseId from, List<CaseIncident> incidents) {

        /** A list that the stored text leaves out is empty. */
        public Absorbed {
            incidents = incidents == null ? List.of() : List.copyOf(incidents);
        }
    }

    /** Lists that the stored text leaves out are empty. */
    public CaseIncidents {
        own = own == null ? List.of() : List.copyOf(own);
        absorbed = absorbed == null ? List.of() : List.copyOf(absorbed);
    }

    /** Each incident of the case once. */
    public List<CaseIncident> all() {
        return Stream.concat(own.stream(), absorbed.stream().flatMap(joined -> joined.incidents().stream()))
                .distinct()
                .toList();
    }

    public boolean holds(IncidentId incident) {
        return all().stream().anyMatch(held -> held.incident().equals(incident));
    }

    /** Whether one can be taken out: not the last of its own, which the case has when every merger is taken back. */
    public boolean canSpare(IncidentId incident) {
        return own.size() > 1 || !own.getFirst().incident().equals(incident);
    }

    /** Those that would leave with a case that was merged into this one. */
    public List<IncidentId> leavingWith(CaseId separated) {
        var staying = without(separated);
        return all().stream()
                .map(CaseIncident::incident)
                .filter(incident -> !staying.holds(incident))
                .toList();
    }

    CaseIncidents with(CaseIncident linked) {
        return new CaseIncidents(and(own, linked), absorbed);
    }

    CaseIncidents without(IncidentId unlinked) {
        return new CaseIncidents(
                without(unlinked, own),
                absorbed.stream()
                        .map(joined -> new Absorbed(joined.from(), without(unlinked, joined.incidents())))
                        .toList());
    }

    CaseIncidents with(CaseId joined, List<CaseIncident> incidents) {
        return new CaseIncidents(own, and(absorbed, new Absorbed(joined, incidents)));
    }

    CaseIncidents without(CaseId separated) {
        return new CaseIncidents(
                own,
                absorbed.stream()
                        .filter(joined -> !joined.from().equals(separated))
                        .toList());
    }

    private static List<CaseIncident> without(IncidentId unlinked, List<CaseIncident> incidents) {
        return incidents.stream()
                .filter(held -> !held.incident().equals(unlinked))
                .toList();
    }

    private static <T> List<T> and(List<T> list, T added) {
        return Stream.concat(list.stream(), Stream.of(added)).toList();
    }
}
